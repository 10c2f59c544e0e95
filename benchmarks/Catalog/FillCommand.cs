using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Benchmarks;

/// <summary>Fills a data folder through the catalog's own writer, many datasets in one transaction.</summary>
internal static class FillCommand
{
    private const int PerTransaction = 500;

    public static async Task<int> RunAsync(string folder, int count, int seed, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var builder = Host.CreateApplicationBuilder(["--Catalog:DataPath", folder, "--Logging:LogLevel:Default=Warning", "--Ckan:ckan.activity_streams_enabled=false"]);
        builder.Services.AddCatalog((_, options) => Migrations.Sqlite.SqliteEngine.UseCatalogSqlite(options, $"Data Source={Path.Combine(folder, "catalog.db")};Foreign Keys=True"));
        using var host = builder.Build();
        await host.StartAsync(ct);
        var caller = await host.Services.GetRequiredService<ICallerDirectory>().SystemAsync(ct);
        var runner = host.Services.GetRequiredService<IActionRunner>();
        foreach (var (action, names) in new[] { ("organization_create", DatasetGenerator.Organizations), ("group_create", DatasetGenerator.Groups) })
        {
            foreach (var name in names)
            {
                await runner.RunAsync(action, new ActionInput(new() { ["name"] = name, ["title"] = "Judul " + name }), caller, ct);
            }
        }

        var generator = new DatasetGenerator(seed);
        var watch = Stopwatch.StartNew();
        for (var first = 0; first < count; first += PerTransaction)
        {
            var batch = Enumerable.Range(first, Math.Min(PerTransaction, count - first)).Select(generator.Next).ToList();
            await host.Services.GetRequiredService<WriteTransactions>().RunAsync(async (services, token) =>
            {
                var writer = services.GetRequiredService<DatasetWriter>();
                var context = services.GetRequiredService<CatalogContext>();
                foreach (var dataset in batch)
                {
                    await writer.CreateAsync((System.Text.Json.Nodes.JsonObject)dataset.DeepClone(), caller, DatasetWriter.NoUploads, token);
                    await context.SaveChangesAsync(token); // the next dataset may share a new tag

                    // Documents stay: their place in the log is written when the transaction ends
                    foreach (var entry in context.ChangeTracker.Entries().Where(e => e.Entity is not DatasetDocument).ToList())
                    {
                        entry.State = EntityState.Detached;
                    }
                }

                return Nothing.Value;
            }, ct);
        }

        Console.WriteLine($"{count} datasets in {watch.Elapsed.TotalSeconds:0.0} s");
        await host.StopAsync(ct);
        return 0;
    }
}
