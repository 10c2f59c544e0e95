using System.CommandLine;
using Purbalingga.Catalog.Discovery;
using Purbalingga.Catalog.Storage;

namespace Purbalingga.Portal.Cli;

/// <summary>Commands that look after index and files.</summary>
internal static class UpkeepCommands
{
    public static IEnumerable<Command> All() => [IndexCommand(), FilesCommand()];

    private static Command IndexCommand()
    {
        var rebuild = new Command("rebuild", "Build the search index anew from the records; the server must stand still");
        rebuild.SetAction((parsed, ct) => CommandHost.RunAsync(parsed, true, async (services, token) =>
        {
            var count = await services.GetRequiredService<IndexMaintenance>().RebuildAsync(token);
            Console.WriteLine($"Indexed {count} datasets");
            return PortalCommands.Fine;
        }, ct));
        var check = new Command("check", "Compare the search index with the records; exit code 1 when they differ");
        check.SetAction((parsed, ct) => CommandHost.RunAsync(parsed, true, async (services, token) =>
        {
            var (missing, surplus) = await services.GetRequiredService<IndexMaintenance>().CheckAsync(token);
            foreach (var id in missing)
            {
                Console.WriteLine($"missing in the index: {id}");
            }

            foreach (var id in surplus)
            {
                Console.WriteLine($"surplus in the index: {id}");
            }

            Console.WriteLine(missing.Count + surplus.Count == 0 ? "The index equals the records" : $"{missing.Count} missing, {surplus.Count} surplus");
            return missing.Count + surplus.Count == 0 ? PortalCommands.Fine : PortalCommands.Wrong;
        }, ct));
        return new Command("index", "The search index") { rebuild, check };
    }

    private static Command FilesCommand()
    {
        var verify = new Command("verify", "Read every stored file again; exit code 1 when one is damaged or missing");
        verify.SetAction((parsed, ct) => CommandHost.RunAsync(parsed, false, async (services, token) =>
        {
            var (sound, bad) = (0, 0);
            await foreach (var (hash, problem) in services.GetRequiredService<FileVerification>().RunAsync(token))
            {
                if (problem is null)
                {
                    sound++;
                }
                else
                {
                    bad++;
                    Console.WriteLine($"{problem}: {hash}");
                }
            }

            var unused = await services.GetRequiredService<FileVerification>().UnusedAsync(token);
            Console.WriteLine($"{sound} files sound, {bad} not, {unused.Count} that no resource refers to");
            return bad == 0 ? PortalCommands.Fine : PortalCommands.Wrong;
        }, ct));
        return new Command("files", "Stored files") { verify };
    }
}
