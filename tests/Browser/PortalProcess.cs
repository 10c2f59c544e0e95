using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Purbalingga.Browser;

/// <summary>The real portal on a free port, with sample data in a folder of its own that goes away afterwards.</summary>
public sealed partial class PortalProcess : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string _data = Directory.CreateTempSubdirectory("portal-browser-").FullName;
    private readonly TaskCompletionSource<string> _password = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    public string Url { get; private set; } = "";

    /// <summary>The one-time password that the first start printed.</summary>
    public string Password { get; private set; } = "";

    public static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));

    public async Task InitializeAsync()
    {
        Url = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        var configuration = typeof(PortalProcess).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var program = Path.Combine(Root(), "src", "Portal", "bin", configuration, "net10.0", "Purbalingga.Portal.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", Url, "--data", _data]) { RedirectStandardOutput = true, RedirectStandardError = true };
        _process = new Process { StartInfo = start };
        var output = new List<string>();
        void Read(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.Add(line.Data ?? "");
            }

            if (PasswordLine().Match(line.Data ?? "") is { Success: true } match)
            {
                _password.TrySetResult(match.Groups[1].Value);
            }
        }

        _process.OutputDataReceived += Read;
        _process.ErrorDataReceived += Read;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            Password = await _password.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException("The portal did not start: " + string.Join('\n', output));
        }
    }

    public async Task DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        Directory.Delete(_data, recursive: true);
    }

    public void Dispose() => _process?.Dispose();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"one-time password: (\S+)")]
    private static partial Regex PasswordLine();
}
