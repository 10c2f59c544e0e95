using System.Text.RegularExpressions;
using Purbalingga.Tests.Shared;

namespace Purbalingga.Browser;

/// <summary>The real portal with sample data in a folder of its own that goes away afterwards.</summary>
public sealed partial class PortalFixture : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("portal-browser-").FullName;
    private PortalProcess? _portal;

    public string Url => _portal!.Url.ToString().TrimEnd('/');

    /// <summary>The one-time password that the first start printed.</summary>
    public string Password => PasswordLine().Match(_portal!.Output).Groups[1].Value;

    public async Task InitializeAsync()
    {
        _portal = await PortalProcess.StartAsync(_data);
        for (var i = 0; Password.Length == 0 && i < 100; i++)
        {
            await Task.Delay(100); // it answers a moment before it has printed all
        }
    }

    public async Task DisposeAsync()
    {
        await _portal!.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [GeneratedRegex(@"one-time password: (\S+)")]
    private static partial Regex PasswordLine();
}
