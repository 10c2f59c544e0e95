using Microsoft.Playwright;

namespace Purbalingga.Browser;

/// <summary>Debian's Chromium; where it lies elsewhere, <c>CHROMIUM</c> says so.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no Chromium at {path}. Install it (Debian: apt-get install chromium fonts-dejavu fonts-liberation) or set CHROMIUM to its path.");
        }

        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",

                // A page that a test makes up has no address, so frames of this machine would be kept from it
                "--disable-features=LocalNetworkAccessChecks",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
