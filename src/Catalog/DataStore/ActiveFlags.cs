using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Keeps <c>datastore_active</c> of resources equal to what the engine has. Written after the engine's commit, so a kill between leaves work for the start.</summary>
internal sealed class ActiveFlags(IDataStore store, IDbContextFactory<CatalogContext> contexts, WriteTransactions transactions)
{
    public const string Key = "datastore_active";
    private const string Marked = "\"datastore_active\":true";

    /// <summary>Sets the flag of a resource and renders its dataset; nothing when it is right already or the resource is gone.</summary>
    public async Task SetAsync(string resourceId, bool active, CancellationToken ct)
    {
        await using (var context = await contexts.CreateDbContextAsync(ct))
        {
            var resource = await context.Resources.AsNoTracking().FirstOrDefaultAsync(r => r.Id == resourceId, ct);
            if (resource is null || IsActive(resource.ExtrasJson) == active)
            {
                return;
            }
        }

        await transactions.RunAsync(async (services, token) =>
        {
            var context = services.GetRequiredService<CatalogContext>();
            if (await context.FindByResourceAsync(resourceId, token) is { } dataset && dataset.Resources.Find(r => r.Id == resourceId) is { } resource)
            {
                var extras = resource.ExtrasJson is null ? [] : JsonNode.Parse(resource.ExtrasJson)!.AsObject();
                extras.Remove(Key);
                if (active)
                {
                    extras[Key] = true;
                }

                resource.ExtrasJson = extras.Count == 0 ? null : extras.ToJsonString(CatalogJson.Options);
                dataset.Revision++;
                await services.GetRequiredService<DatasetDocuments>().PublishAsync(dataset, token);
            }

            return Nothing.Value;
        }, ct);
    }

    /// <summary>Compares all of them with the engine: flags that are wrong are set right, tables whose resource is gone for good are dropped.</summary>
    public async Task MendAsync(CancellationToken ct)
    {
        var tables = (await store.ListAsync(ct)).Where(t => t.AliasOf is null).Select(t => t.Name).ToHashSet();
        List<string> marked;
        var known = new HashSet<string>();
        await using (var context = await contexts.CreateDbContextAsync(ct))
        {
            marked = await context.Resources.AsNoTracking().Where(r => r.ExtrasJson != null && r.ExtrasJson.Contains(Marked)).Select(r => r.Id).ToListAsync(ct);
            foreach (var page in tables.Chunk(500))
            {
                known.UnionWith(await context.Resources.AsNoTracking().Where(r => page.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct));
            }
        }

        foreach (var id in marked.Where(id => !tables.Contains(id)))
        {
            await SetAsync(id, false, ct);
        }

        foreach (var id in known.Except(marked))
        {
            await SetAsync(id, true, ct);
        }

        foreach (var id in tables.Except(known))
        {
            await store.DropAsync(id, ct);
        }
    }

    private static bool IsActive(string? extras) => extras is not null && JsonNode.Parse(extras)![Key] is { } flag && InputValues.Flag(flag);
}
