using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Settings;

/// <summary>
/// Rendered datasets hold the site's address in the links of uploaded files. When the server is started with another address, or a sysadmin
/// changes it, they are rendered anew in the background, page by page; a crash on the way is made good at the next start.
/// </summary>
internal sealed class SiteAddressUpkeep(
    SiteAddressSignal signal, CkanSettings settings, WriteTransactions transactions, IDbContextFactory<CatalogContext> contexts, ILogger<SiteAddressUpkeep> log)
    : BackgroundService
{
    /// <summary>Setting that keeps the address which all datasets are rendered with.</summary>
    internal const string RenderedKey = "purbalingga.rendered_site_url";

    private const int Page = 100;

    /// <summary>Renders the datasets that show the address (uploads, logos of groups) anew when it is not the one they were rendered with.</summary>
    /// <returns>How many were.</returns>
    internal async Task<int> RunAsync(CancellationToken ct)
    {
        var address = settings.SiteUrl;
        if (await RenderedAsync(ct) == address)
        {
            return 0;
        }

        var count = 0;
        for (var ids = await NextAsync("", ct); ids.Count > 0; ids = await NextAsync(ids[^1], ct))
        {
            var page = ids;
            await transactions.RunAsync(
                async (services, token) =>
                {
                    var datasets = services.GetRequiredService<CatalogContext>().Datasets.Where(d => page.Contains(d.Id));
                    await services.GetRequiredService<DatasetDocuments>().RepublishAsync(datasets, token);
                    return true;
                },
                ct);
            count += ids.Count;
        }

        await KeepAsync(address, ct);
        return count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do
        {
            try
            {
                if (await RunAsync(stoppingToken) is > 0 and var count)
                {
                    log.LogInformation("Rendered {Count} datasets with the site's address {Address}", count, settings.SiteUrl);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Old links still lead here as long as the old address does; the next start tries again
                log.LogError(error, "Datasets could not be rendered with the site's new address");
            }
        }
        while (await signal.Signals.WaitToReadAsync(stoppingToken) && signal.Signals.TryRead(out _));
    }

    private async Task<string?> RenderedAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Settings.Where(s => s.Key == RenderedKey).Select(s => s.Value).FirstOrDefaultAsync(ct);
    }

    private async Task<List<string>> NextAsync(string after, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);

        // The comparison is made by the database, which has one order only
#pragma warning disable CA1309
        return await context.Datasets
            .Where(d => string.Compare(d.Id, after) > 0)
            .Where(d => d.Resources.Any(r => r.UrlType == "upload")
                || context.Members.Any(m => m.TableId == d.Id && m.TableName == "package" && m.Group!.ImageUrl != null && m.Group.ImageUrl != "" && !m.Group.ImageUrl.StartsWith("http")))
            .OrderBy(d => d.Id).Select(d => d.Id).Take(Page).ToListAsync(ct);
#pragma warning restore CA1309
    }

    private async Task KeepAsync(string address, CancellationToken ct) => await transactions.RunAsync(
        async (services, token) =>
        {
            var rows = services.GetRequiredService<CatalogContext>().Settings;
            var row = await rows.FindAsync([RenderedKey], token) ?? rows.Add(new Setting { Key = RenderedKey }).Entity;
            row.Value = address;
            return true;
        },
        ct);
}
