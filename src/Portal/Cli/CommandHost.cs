using System.CommandLine;
using System.Text.Json;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;
using Purbalingga.Portal.Hosting;

namespace Purbalingga.Portal.Cli;

/// <summary>Runs one command on the catalog's services, with the records migrated and the settings read, without a server.</summary>
internal static class CommandHost
{
    /// <param name="following">True for commands on what follows the records, such as the index.</param>
    public static Task<int> RunAsync(ParseResult parsed, bool following, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken ct) =>
        PortalCommands.GuardAsync(async () =>
        {
            await using var app = PortalHost.BuildForCommand(PortalCommands.ArgumentsOf(parsed), following);
            try
            {
                await app.Services.GetRequiredService<CatalogDatabase>().MigrateAsync(ct);
                await app.Services.GetRequiredService<CkanSettings>().LoadAsync(ct);
                return await work(app.Services, ct);
            }
            catch (InvalidException error)
            {
                await Console.Error.WriteLineAsync(JsonSerializer.Serialize(error.Errors, CatalogJson.Options));
                return PortalCommands.Wrong;
            }
            catch (CatalogException error)
            {
                await Console.Error.WriteLineAsync(error.Message);
                return PortalCommands.Wrong;
            }
        });
}
