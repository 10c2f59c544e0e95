using System.Globalization;
using Microsoft.Playwright;

namespace Purbalingga.Browser;

/// <summary>Somebody with a browser of their own: notes what went wrong on the way and takes pictures.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _problems = [];
    private readonly int _width;
    private int _pictures;

    private Visitor(IBrowserContext context, IPage page, int width)
    {
        _context = context;
        Page = page;
        _width = width;
        page.Console += (_, message) =>
        {
            // Browsers report the statuses that some tests ask for as errors too
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _problems.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _problems.Add(error);
        page.Dialog += (_, dialog) => _problems.Add("dialog: " + dialog.Message);
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts and refusals by the content security policy.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Only the phone has the menu behind a button.</summary>
    public bool OnPhone => _width < 900;

    public static async Task<Visitor> ArriveAsync(IBrowser browser, string url, int width, bool scripts = true)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = url,
            ViewportSize = new ViewportSize { Width = width, Height = width < 900 ? 844 : 900 },
            AcceptDownloads = true,
            JavaScriptEnabled = scripts,
            Locale = "id-ID",
        });
        context.SetDefaultTimeout(20_000);
        return new Visitor(context, await context.NewPageAsync(), width);
    }

    /// <summary>A picture of the whole page under <c>artifacts/</c>, which git ignores.</summary>
    public async Task PictureAsync(string name)
    {
        _pictures++;
        var folder = Path.Combine(Purbalingga.Tests.Shared.PortalProcess.Root(), "artifacts", "screenshots", _width.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{_pictures:00}-{name}.png"), FullPage = true });
    }

    /// <summary>True when the page is wider than the window, so that one would have to push it sideways.</summary>
    public Task<bool> OverflowsAsync() => Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public async Task<byte[]> DownloadAsync(ILocator link)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
