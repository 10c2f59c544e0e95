using System.CommandLine;
using Purbalingga.Portal.Hosting;

namespace Purbalingga.Portal.Cli;

/// <summary>
/// The command line. Exit codes: 0 done; 1 something went wrong or is not in order; 2 options or settings that cannot be.
/// </summary>
internal static class PortalCommands
{
    public const int Fine = 0;
    public const int Wrong = 1;
    public const int Unusable = 2;

    private static readonly Option<string?> Urls = new("--urls") { Description = "Addresses to listen on, separated by semicolons", Recursive = true };
    private static readonly Option<string?> Data = new("--data") { Description = "Folder of records, files, index and keys (default: data)", Recursive = true };
    private static readonly Option<string?> Db = new("--db") { Description = "\"sqlite|postgresql|sqlserver;CONNECTION STRING\"", Recursive = true };
    private static readonly Option<bool> NoSampleData = new("--no-sample-data") { Description = "Leave an empty catalog empty", Recursive = true };
    private static readonly Option<bool> Testing = new("--testing") { Description = "Server for tests; never in production", Recursive = true };

    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Root().Parse(arguments);

        // The server ends by itself on a signal, and may take its time to save the index
        var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        return parsed.Errors.Count > 0 ? Unusable : code;
    }

    /// <summary>All commands and options.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Purbalingga Satu Data: portal data terbuka / open-data portal");
        foreach (var option in (Option[])[Urls, Data, Db, NoSampleData, Testing])
        {
            root.Options.Add(option);
        }

        root.SetAction(ServeAsync);
        var serve = new Command("serve", "Run the portal (default)");
        serve.SetAction(ServeAsync);
        root.Subcommands.Add(serve);
        foreach (var group in RecordCommands.All().Concat(UpkeepCommands.All()))
        {
            root.Subcommands.Add(group);
        }

        return root;
    }

    /// <summary>What the options say.</summary>
    public static HostArguments ArgumentsOf(ParseResult parsed) => new(
        parsed.GetValue(Urls), parsed.GetValue(Data), parsed.GetValue(Db), !parsed.GetValue(NoSampleData), parsed.GetValue(Testing));

    /// <summary>Runs a piece of work and turns what can go wrong into a line for the person at the keyboard and an exit code.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (error is ConfigurationException or Microsoft.Extensions.Options.OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return Unusable;
        }
        catch (Exception error) when (error is IOException or InvalidOperationException or System.Data.Common.DbException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return Wrong;
        }
    }

    private static Task<int> ServeAsync(ParseResult parsed, CancellationToken ct) => GuardAsync(async () =>
    {
        await using var app = PortalHost.Build(ArgumentsOf(parsed));
        SiteAddress.RequireFree(SiteAddress.Listening(app.Configuration));
        await app.RunAsync(ct);
        return Fine;
    });
}
