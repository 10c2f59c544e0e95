using System.CommandLine;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Portal.Cli;

/// <summary>Commands that write records: tokens, sysadmins, migrations.</summary>
internal static class RecordCommands
{
    public static IEnumerable<Command> All() => [TokenCommand(), SysadminCommand(), DatabaseCommand()];

    private static Command TokenCommand()
    {
        var user = new Argument<string>("USER") { Description = "Name of the user" };
        var name = new Option<string>("--name") { Description = "What the token is for", Required = true };
        var days = new Option<int?>("--days") { Description = "Days until it expires; without it the token does not expire" };
        var readOnly = new Option<bool>("--read-only") { Description = "The token may only read" };
        var create = new Command("create", "Make an API token and print it; it is shown this once") { user, name, days, readOnly };
        create.SetAction((parsed, ct) => CommandHost.RunAsync(parsed, false, async (services, token) =>
        {
            var owner = parsed.GetRequiredValue(user);
            if (owner == services.GetRequiredService<CkanSettings>().Get("ckan.site_id"))
            {
                await services.GetRequiredService<ICallerDirectory>().SystemAsync(token); // is made when there is none yet
            }

            var lifetime = parsed.GetValue(days) is { } count ? TimeSpan.FromDays(count) : (TimeSpan?)null;
            Console.WriteLine(await services.GetRequiredService<TokenIssuer>().IssueAsync(
                owner, parsed.GetRequiredValue(name), lifetime, parsed.GetValue(readOnly), token));
            return PortalCommands.Fine;
        }, ct));
        return new Command("token", "API tokens") { create };
    }

    private static Command SysadminCommand()
    {
        var name = new Argument<string>("NAME") { Description = "Name of the user" };
        var email = new Option<string?>("--email") { Description = "E-mail address of a new user" };
        var add = new Command("add", "Make a sysadmin, of a new user with a one-time password or of one that is there") { name, email };
        add.SetAction((parsed, ct) => CommandHost.RunAsync(parsed, false, async (services, token) =>
        {
            var user = parsed.GetRequiredValue(name);
            var password = await services.GetRequiredService<SysadminSetup>().AddAsync(user, parsed.GetValue(email), token);
            Console.WriteLine(password is null ? $"{user} is a sysadmin now" : $"{user} is a sysadmin; one-time password: {password}");
            return PortalCommands.Fine;
        }, ct));
        return new Command("sysadmin", "People who may do everything") { add };
    }

    private static Command DatabaseCommand()
    {
        var migrate = new Command("migrate", "Make the records' database or bring it to this version's form");
        migrate.SetAction((parsed, ct) => PortalCommands.GuardAsync(async () =>
        {
            await using var app = Hosting.PortalHost.BuildForCommand(PortalCommands.ArgumentsOf(parsed), following: false);
            var applied = await app.Services.GetRequiredService<CatalogDatabase>().MigrateAsync(ct);
            Console.WriteLine(applied.Count == 0 ? "The records are up to date" : $"Applied {string.Join(", ", applied)}");
            return PortalCommands.Fine;
        }));
        return new Command("db", "The records' database") { migrate };
    }
}
