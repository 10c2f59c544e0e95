using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Purbalingga.Tests.Shared;

/// <summary>The portal as its own process on a free port of this machine, as an operator starts it.</summary>
internal sealed partial class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private readonly StringBuilder _output = new();
    private readonly string[] _arguments;
    private Process? _process;

    private PortalProcess(string data, string url, string[] arguments)
    {
        Data = data;
        Url = new Uri(url);
        _arguments = arguments;
    }

    /// <summary>The data folder.</summary>
    public string Data { get; }

    public Uri Url { get; }

    /// <summary>All that it has printed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <param name="data">Data folder; kept when the process ends.</param>
    /// <param name="arguments">Beside the address and the data folder.</param>
    public static async Task<PortalProcess> StartAsync(string data, params string[] arguments)
    {
        var portal = new PortalProcess(data, $"http://127.0.0.1:{FreePort()}", arguments);
        await portal.StartAsync();
        return portal;
    }

    /// <summary>Starts it (again) on the same data and address, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        _process = Run(["--urls", Url.ToString().TrimEnd('/'), "--data", Data, .. _arguments], Keep);
        using var client = new HttpClient { BaseAddress = Url };
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/api/3", UriKind.Relative));
                return;
            }
            catch (HttpRequestException) when (watch.Elapsed < StartLimit && !_process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Ends it as a power failure would: nothing is written, nothing is said.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>An API token of a user, made by the command line beside the running portal.</summary>
    public async Task<string> TokenAsync(string user)
    {
        var printed = new StringBuilder();
        using var command = Run(
            ["token", "create", user, "--name", Guid.NewGuid().ToString("N"), "--urls", Url.ToString().TrimEnd('/'), "--data", Data, .. _arguments],
            line => printed.AppendLine(line));
        await command.WaitForExitAsync();
        return TokenShape().Match(printed.ToString()) is { Success: true } token
            ? token.Value : throw new InvalidOperationException("No token was printed: " + printed);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
    }

    private static Process Run(IEnumerable<string> arguments, Action<string> keep)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Executable());
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => keep(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => keep(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>The root folder of the repository.</summary>
    public static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));

    private static string Executable()
    {
        var configuration = typeof(PortalProcess).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        return Path.Combine(Root(), "src", "Portal", "bin", configuration, "net10.0", "Purbalingga.Portal.dll");
    }

    private void Keep(string line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"eyJ[\w.-]+")]
    private static partial Regex TokenShape();
}
