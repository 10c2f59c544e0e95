using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Storage;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Portal.Hosting;

/// <summary>
/// Loads the sample datasets into an empty catalog, by the same actions that an OPD would use. Interrupted, it goes on at the next start where it
/// was; a catalog that holds anything else is left alone.
/// </summary>
internal sealed class SampleDatasets(
    IActionRunner runner,
    ICallerDirectory callers,
    IFileStorage storage,
    IDbContextFactory<CatalogContext> contexts,
    CkanSettings settings,
    IOptions<CatalogOptions> catalog,
    IOptions<PortalOptions> options)
{
    private const long Megabyte = 1_000_000;

    // More than there are samples: a catalog with more is not an interrupted one
    private const int MaxNames = 1000;

    private string Source => options.Value.SampleDataPath.Length > 0 ? options.Value.SampleDataPath : Path.Combine(AppContext.BaseDirectory, "sample-datasets");

    // Lies there from the first to the last step of loading
    private string Mark => Path.Combine(catalog.Value.DataPath, "sample-datasets.loading");

    /// <param name="progress">Gets a line for each organization.</param>
    /// <returns>Number of datasets that were loaded.</returns>
    public async Task<int> LoadAsync(TextWriter progress, CancellationToken ct)
    {
        var known = await KnownNamesAsync(ct);
        if (!Directory.Exists(Source) || (known.Count > 0 && !File.Exists(Mark)))
        {
            return 0;
        }

        await File.WriteAllTextAsync(Mark, "", ct);
        var caller = await callers.SystemAsync(ct);
        await LoadGroupsAsync("organizations.json", "organization_create", known, caller, ct);
        await LoadGroupsAsync("groups.json", "group_create", known, caller, ct);
        var count = 0;
        foreach (var folder in Directory.GetDirectories(Source).Order(StringComparer.Ordinal))
        {
            var files = Directory.GetDirectories(folder).Select(d => Path.Combine(d, "dataset.json")).Where(File.Exists).Order(StringComparer.Ordinal).ToList();
            foreach (var file in files)
            {
                await LoadDatasetAsync(file, known, caller, ct);
                count++;
            }

            if (files.Count > 0)
            {
                await progress.WriteLineAsync($"Data contoh / sample data: {Path.GetFileName(folder)}, {files.Count} dataset");
            }
        }

        File.Delete(Mark);
        return count;
    }

    private async Task<HashSet<string>> KnownNamesAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var names = await context.Datasets.AsNoTracking().OrderBy(d => d.Name).Select(d => d.Name).Take(MaxNames).ToListAsync(ct);
        names.AddRange(await context.Groups.AsNoTracking().OrderBy(g => g.Name).Select(g => g.Name).Take(MaxNames).ToListAsync(ct));
        return [.. names];
    }

    private async Task LoadGroupsAsync(string file, string action, HashSet<string> known, Caller caller, CancellationToken ct)
    {
        var path = Path.Combine(Source, file);
        if (!File.Exists(path))
        {
            return;
        }

        foreach (var node in (await ReadAsync(path, ct)).AsArray())
        {
            var group = node!.DeepClone().AsObject();
            if (known.Contains((string)group["name"]!))
            {
                continue;
            }

            if (group.Remove("parent", out var parent) && parent is not null)
            {
                group["groups"] = new JsonArray(new JsonObject { ["name"] = parent.DeepClone() });
            }

            await runner.RunAsync(action, new ActionInput(group), caller, ct);
        }
    }

    private async Task LoadDatasetAsync(string file, HashSet<string> known, Caller caller, CancellationToken ct)
    {
        var dataset = (await ReadAsync(file, ct)).AsObject();
        var name = (string)dataset["name"]!;
        dataset.Remove("resources", out var resources);
        if (known.Contains(name))
        {
            // Perhaps only half of it: made anew, so that none of its files is missing or there twice
            await runner.RunAsync("dataset_purge", new ActionInput(new JsonObject { ["id"] = name }), caller, ct);
        }

        await runner.RunAsync("package_create", new ActionInput(dataset), caller, ct);
        foreach (var resource in resources?.AsArray() ?? [])
        {
            await LoadResourceAsync(Path.GetDirectoryName(file)!, name, resource!.DeepClone().AsObject(), caller, ct);
        }
    }

    private async Task LoadResourceAsync(string folder, string dataset, JsonObject resource, Caller caller, CancellationToken ct)
    {
        resource["package_id"] = dataset;
        var files = new Dictionary<string, UploadedFile>();
        if (resource.Remove("file", out var file) && (string?)file is { } fileName)
        {
            await using var content = File.OpenRead(Path.Combine(folder, fileName));
            var stored = await storage.PutAsync(content, fileName, settings.Number("ckan.max_resource_size") * Megabyte, ct);
            files["upload"] = new UploadedFile(fileName, null, stored);
        }

        await runner.RunAsync("resource_create", new ActionInput(resource, files), caller, ct);
    }

    private static async Task<JsonNode> ReadAsync(string path, CancellationToken ct)
    {
        await using var stream = File.OpenRead(path);
        return await JsonNode.ParseAsync(stream, cancellationToken: ct) ?? throw new JsonException($"{Path.GetFileName(path)} holds nothing");
    }
}
