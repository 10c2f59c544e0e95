using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Purbalingga.Catalog.Tests.Hosting;

/// <summary>
/// A real PostgreSQL server for this test run: made in a temporary folder, on a free port of the loopback address, stopped with the run. With
/// <c>PURBALINGGA_TEST_POSTGRESQL</c> set to a connection string whose user may create databases, that server is used instead.
/// </summary>
public sealed class PostgreSqlServer
{
    private const string Elsewhere = "PURBALINGGA_TEST_POSTGRESQL";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly Lazy<Task<PostgreSqlServer>> Running = new(StartAsync);

    // Ends with its standard input, so the server goes away however this process ends. Nothing here has to survive a power cut: no syncing.
    private const string Script = """
        set -eu
        folder=$(mktemp -d)
        trap 'rm -rf "$folder"' EXIT
        "$1/initdb" -D "$folder/data" -U catalog -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
        "$1/postgres" -D "$folder/data" -p "$2" -k "$folder" -c listen_addresses=127.0.0.1 -c max_connections=300 \
            -c fsync=off -c full_page_writes=off >"$folder/log" 2>&1 &
        server=$!
        cat >/dev/null
        kill -INT "$server" && wait "$server" || cat "$folder/log" >&2
        """;

    private readonly NpgsqlConnectionStringBuilder _connection;

    private PostgreSqlServer(NpgsqlConnectionStringBuilder connection) => _connection = connection;

    /// <exception cref="InvalidOperationException">There is no PostgreSQL on this machine, or it does not start.</exception>
    public static Task<PostgreSqlServer> RunningAsync() => Running.Value;

    /// <summary>For a database of this server.</summary>
    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { Database = database }.ConnectionString;

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connection.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A server of our own goes as a whole; on another one the database must not stay.</summary>
    public void DropAtEnd(string database)
    {
        if (Environment.GetEnvironmentVariable(Elsewhere) is { Length: > 0 })
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            {
                using var connection = new NpgsqlConnection(_connection.ConnectionString);
                connection.Open();
                using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS {database} WITH (FORCE)", connection);
                command.ExecuteNonQuery();
            };
        }
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Elsewhere) is { Length: > 0 } text)
        {
            return new PostgreSqlServer(new NpgsqlConnectionStringBuilder(text));
        }

        var port = FreePort();
        var process = Process.Start(StartInfo(FindPrograms(), port)) ?? throw new InvalidOperationException("No shell to start PostgreSQL from");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.StandardInput.Close();
            process.WaitForExit(StartLimit);
        };
        var server = new PostgreSqlServer(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = "catalog",
            Database = "postgres",
            MaxPoolSize = 40,
            Timeout = 60,
        });
        await server.WaitAsync(process);
        return server;
    }

    private async Task WaitAsync(Process process)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (!process.HasExited && Stopwatch.GetElapsedTime(started) < StartLimit)
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException error)
            {
                process.StandardInput.Close();
                throw new InvalidOperationException("PostgreSQL did not start: " + await process.StandardError.ReadToEndAsync(), error);
            }
        }
    }

    private static ProcessStartInfo StartInfo(string programs, int port)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        string[] shell = ["sh", "-c", Script, "sh", programs, port.ToString(System.Globalization.CultureInfo.InvariantCulture)];

        // PostgreSQL refuses to run as root
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", UnprivilegedUser(), "--", .. shell] : shell;
        start.FileName = command[0];
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static string UnprivilegedUser() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static string FindPrograms()
    {
        const string Debian = "/usr/lib/postgresql";
        IEnumerable<string> versions = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return versions.Select(folder => Path.Combine(folder, "bin")).Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new InvalidOperationException(
                $"These tests need PostgreSQL: run ./test, which installs it on Debian, or install it, or set {Elsewhere} to a server's connection string");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
