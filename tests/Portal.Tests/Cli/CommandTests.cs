using System.Diagnostics;
using System.Text.RegularExpressions;
using Purbalingga.Portal.Cli;

namespace Purbalingga.Portal.Tests.Cli;

/// <summary>The commands as an operator types them: own processes on a data folder of their own.</summary>
public sealed partial class CommandTests : IDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), "portal-cli-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task Should_do_what_an_operator_asks_for()
    {
        Assert.Matches("^Applied ", (await RunAsync(0, "db", "migrate")).Output);
        Assert.Matches("up to date", (await RunAsync(0, "db", "migrate")).Output);
        Assert.Matches(Password(), (await RunAsync(0, "sysadmin", "add", "walidata", "--email", "walidata@example.test")).Output);
        Assert.Matches("walidata is a sysadmin now", (await RunAsync(0, "sysadmin", "add", "walidata")).Output);
        Assert.Matches(Token(), (await RunAsync(0, "token", "create", "walidata", "--name", "sinkronisasi")).Output);
        Assert.Matches("equals the records", (await RunAsync(0, "index", "check")).Output);
        Assert.Matches("Indexed 0 datasets", (await RunAsync(0, "index", "rebuild")).Output);
        Assert.Matches("0 files sound, 0 not", (await RunAsync(0, "files", "verify")).Output);
    }

    [Fact]
    public async Task Should_say_what_is_wrong_and_fail()
    {
        Assert.Contains("not found", (await RunAsync(PortalCommands.Wrong, "token", "create", "tidak-ada", "--name", "x")).Error, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("email", (await RunAsync(PortalCommands.Wrong, "sysadmin", "add", "orang", "--email", "bukan-alamat")).Error, StringComparison.Ordinal);
        Assert.Contains("oracle", (await RunAsync(PortalCommands.Unusable, "db", "migrate", "--db", "oracle;x")).Error, StringComparison.Ordinal);
        Assert.Contains("--testing", (await RunAsync(PortalCommands.Unusable, "serve", "--testing", "--urls", "http://0.0.0.0:5999")).Error, StringComparison.Ordinal);
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        Assert.Contains("--urls", (await RunAsync(PortalCommands.Unusable, "--urls", $"http://127.0.0.1:{((System.Net.IPEndPoint)other.LocalEndpoint).Port}")).Error, StringComparison.Ordinal);
        await RunAsync(PortalCommands.Unusable, "token", "create");
        await RunAsync(PortalCommands.Unusable, "no-such-command");
    }

    public void Dispose()
    {
        if (Directory.Exists(_data))
        {
            Directory.Delete(_data, recursive: true);
        }
    }

    private async Task<(string Output, string Error)> RunAsync(int code, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[typeof(PortalCommands).Assembly.Location, .. arguments, "--data", _data])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == code, $"{string.Join(' ', arguments)}: exit code {process.ExitCode}\n{await output}\n{await error}");
        return (await output, await error);
    }

    [GeneratedRegex(@"one-time password: \S{12,}")]
    private static partial Regex Password();

    [GeneratedRegex(@"^[\w-]+\.[\w-]+\.[\w-]+\s*$")]
    private static partial Regex Token();
}
