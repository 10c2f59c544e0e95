using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>The loader's writes to the records: taking an order, saying how it went.</summary>
internal sealed class LoadLedger(IDbContextFactory<CatalogContext> contexts, WriteTransactions transactions, IOptions<CatalogOptions> options, TimeProvider clock)
{
    /// <summary>The same after a restart, another one on every node: the machine and its data folder.</summary>
    private readonly string _node = Cut($"{Environment.MachineName}:{Path.GetFullPath(options.Value.DataPath)}");

    /// <summary>Orders again what this node was at when it stopped.</summary>
    public async Task RecoverAsync(CancellationToken ct) => await transactions.RunAsync(
        async (services, token) => await services.GetRequiredService<CatalogContext>().TableLoads
            .Where(l => l.State == LoadState.Running && l.Node == _node)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.State, LoadState.Pending).SetProperty(l => l.Version, l => l.Version + 1).SetProperty(l => l.Again, true), token),
        ct);

    /// <summary>Takes the oldest order.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<LoadJob?> TakeAsync(CancellationToken ct)
    {
        while (true)
        {
            TableLoadRecord? next;
            await using (var context = await contexts.CreateDbContextAsync(ct))
            {
                next = await context.TableLoads.AsNoTracking().Where(l => l.State == LoadState.Pending).OrderBy(l => l.Queued).FirstOrDefaultAsync(ct);
            }

            if (next is null)
            {
                return null;
            }

            var taken = await transactions.RunAsync(
                async (services, token) =>
                {
                    var context = services.GetRequiredService<CatalogContext>();
                    var now = clock.Now();
                    var count = await context.TableLoads
                        .Where(l => l.ResourceId == next.ResourceId && l.State == LoadState.Pending && l.Version == next.Version)
                        .ExecuteUpdateAsync(set => set
                            .SetProperty(l => l.State, LoadState.Running).SetProperty(l => l.Node, _node).SetProperty(l => l.Started, now)
                            .SetProperty(l => l.LogJson, (string?)null).SetProperty(l => l.ErrorJson, (string?)null), token);
                    if (count == 1)
                    {
                        await services.GetRequiredService<LoadTask>().WriteAsync(next.ResourceId, next.Version, LoadState.Running, null, token);
                    }

                    return count == 1;
                },
                ct);
            if (taken)
            {
                return new LoadJob(next.ResourceId, next.Version, next.Again, next.LoadedHash, next.OwnsTable, next.CorrectionJson);
            }
        }
    }

    /// <summary>Whether a job is still wanted.</summary>
    public async Task<bool> IsWantedAsync(LoadJob job, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.TableLoads.AnyAsync(l => l.ResourceId == job.ResourceId && l.Version == job.Version && l.State == LoadState.Running, ct);
    }

    /// <summary>Whether anything waits for its turn.</summary>
    public async Task<bool> HasOrdersAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.TableLoads.AnyAsync(l => l.State == LoadState.Pending, ct);
    }

    /// <summary>Tables that a kill left before they could be looked over; asked once, at the start.</summary>
    public async Task<IReadOnlyList<string>> UnexaminedAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.TableLoads.AsNoTracking()
            .Where(l => l.State == LoadState.Complete && l.LoadedHash != null && l.ProfileJson == null).Select(l => l.ResourceId).ToListAsync(ct);
    }

    /// <summary>SHA-256 of the file that a table was made of; null when the loader made none.</summary>
    public async Task<string?> LoadedHashAsync(string resourceId, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.TableLoads.AsNoTracking().Where(l => l.ResourceId == resourceId).Select(l => l.LoadedHash).FirstOrDefaultAsync(ct);
    }

    /// <summary>Keeps what a look over a table showed, unless another file was loaded meanwhile.</summary>
    public async Task KeepAsync(string resourceId, string hash, JsonObject profile, JsonObject? validation, CancellationToken ct)
    {
        var (profileJson, validationJson) = (profile.ToJsonString(CatalogJson.Options), validation?.ToJsonString(CatalogJson.Options));
        await transactions.RunAsync(
            async (services, token) => await services.GetRequiredService<CatalogContext>().TableLoads
                .Where(l => l.ResourceId == resourceId && l.LoadedHash == hash)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.ProfileJson, profileJson).SetProperty(l => l.ValidationJson, validationJson), token),
            ct);
    }

    /// <summary>Remembers that the table is the loader's before it is made: a kill after the engine's commit would else leave it as somebody's.</summary>
    public async Task OwnAsync(LoadJob job, CancellationToken ct) => await transactions.RunAsync(
        async (services, token) => await services.GetRequiredService<CatalogContext>().TableLoads
            .Where(l => l.ResourceId == job.ResourceId).ExecuteUpdateAsync(set => set.SetProperty(l => l.OwnsTable, true), token),
        ct);

    /// <summary>Somebody dropped the loader's table: what is made under its name next is not the loader's.</summary>
    public async Task ForgetTableAsync(string resourceId, CancellationToken ct) => await transactions.RunAsync(
        async (services, token) => await services.GetRequiredService<CatalogContext>().TableLoads.Where(l => l.ResourceId == resourceId)
            .ExecuteUpdateAsync(set => set
                .SetProperty(l => l.OwnsTable, false).SetProperty(l => l.LoadedHash, (string?)null).SetProperty(l => l.Rows, (long?)null)
                .SetProperty(l => l.PlanJson, (string?)null).SetProperty(l => l.ProfileJson, (string?)null).SetProperty(l => l.ValidationJson, (string?)null), token),
        ct);

    /// <summary>Writes what came of a job. A newer order or a cancel stays; only what is true of the table is written then.</summary>
    public async Task FinishAsync(LoadJob job, LoadOutcome outcome, LoadLog log, CancellationToken ct) => await transactions.RunAsync(
        async (services, token) =>
        {
            var context = services.GetRequiredService<CatalogContext>();
            if (await context.TableLoads.FindAsync([job.ResourceId], token) is not { } load)
            {
                return Nothing.Value;
            }

            if (outcome.Table is { } table)
            {
                (load.OwnsTable, load.LoadedHash, load.Rows, load.PlanJson, load.ProfileJson, load.ValidationJson) = (true, table.Hash, table.Rows, table.PlanJson, null, null);
            }
            else if (outcome.IsWithoutTable)
            {
                (load.OwnsTable, load.LoadedHash, load.Rows, load.PlanJson, load.ProfileJson, load.ValidationJson) = (false, null, null, null, null, null);
            }

            if (load.Version != job.Version || load.State != LoadState.Running)
            {
                return Nothing.Value;
            }

            var task = services.GetRequiredService<LoadTask>();
            if (outcome.IsForgotten)
            {
                await task.ForgetAsync(job.ResourceId, context, token);
                context.TableLoads.Remove(load);
                return Nothing.Value;
            }

            load.State = outcome.State;
            load.Again = false;
            load.Finished = clock.Now();
            load.LogJson = log.ToString();
            load.ErrorJson = outcome.Error?.ToJsonString(CatalogJson.Options);
            await task.WriteAsync(job.ResourceId, job.Version, outcome.State, outcome.Error, token);
            return Nothing.Value;
        },
        ct);

    private static string Cut(string text) => text.Length <= 200 ? text : text[^200..];
}
