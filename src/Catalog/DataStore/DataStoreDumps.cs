using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.DataStore.Exports;
using Purbalingga.Catalog.Settings;
using Purbalingga.Tables;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Dumps of tables in CKAN's formats and some more.</summary>
public sealed class DataStoreDumps
{
    private static readonly string[] Asked = ["filters", "q", "plain", "language", "fields", "distinct", "sort", "limit", "offset"];
    private static readonly string[] Narrowing = ["filters", "q", "fields", "distinct", "sort", "limit", "offset"];
    private readonly IServiceScopeFactory _scopes;
    private readonly IDataStore _store;
    private readonly KeptExports _kept;
    private readonly CkanSettings _settings;
    private readonly TimeSpan _limit;

    internal DataStoreDumps(IServiceScopeFactory scopes, IDataStore store, KeptExports kept, CkanSettings settings, IOptions<DataStoreOptions> options)
    {
        _scopes = scopes;
        _store = store;
        _kept = kept;
        _settings = settings;

        // A slow client takes its time; the engine is read only as fast as that
        _limit = TimeSpan.FromSeconds(options.Value.MaxSeconds) * 60;
    }

    /// <param name="name">Id of a resource, or an alias.</param>
    /// <param name="parameters">
    /// format (csv, tsv, json, xml as CKAN's; xlsx, parquet, ndjson, geojson), bom, safe, limit, offset, filters, q, plain, language, distinct, fields, sort; others are
    /// ignored.
    /// </param>
    /// <exception cref="NotFoundException">No such table.</exception>
    /// <exception cref="NotAuthorizedException">The caller may not read it.</exception>
    /// <exception cref="InvalidException">A parameter is wrong.</exception>
    public async Task<DataStoreDump> OpenAsync(string name, JsonObject parameters, Caller caller, CancellationToken ct)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var access = scope.ServiceProvider.GetRequiredService<TableAccess>();
        var table = await access.ReadAsync(name, "DataStore resource not found", caller, ct);
        var dataset = await access.DatasetOfAsync(table.Id, ct) ?? throw new NotFoundException("DataStore resource not found");
        var format = ExportFormat.Find(InputValues.Text(parameters["format"]) is { Length: > 0 } given ? given : "csv")
            ?? throw InvalidException.Field("format", $"Value must be one of {string.Join(", ", ExportFormat.All.Select(f => f.Key))}");
        parameters.Remove("full_text");
        var limit = Natural(parameters, "limit");
        var offset = Natural(parameters, "offset");
        var query = scope.ServiceProvider.GetRequiredService<TableQueries>().Read(table, parameters).Query with { Limit = limit, Offset = offset ?? 0, WithRanks = false };
        if (query.Sort.Count == 0 && !query.Distinct)
        {
            query = query with { Sort = [new DataSort(DataNames.RowId)] };
        }

        var part = string.Join("; ", Narrowing.Where(key => parameters[key] is not null).Select(key => $"{key}: {InputValues.Text(parameters[key]) ?? parameters[key]!.ToJsonString(CatalogJson.Options)}"));
        var style = new DumpStyle(InputValues.Flag(parameters["bom"]), InputValues.Flag(parameters["safe"]), _settings.Flag("ckan.datastore.ms_in_timestamp"), part.Length == 0);
        List<SheetLine> About() => AboutSheet.Of(dataset.Json, table.Id, _settings.SiteUrl, part.Length == 0 ? null : part);
        return new TableExport(_store, _kept, query, format, style, _limit, About)
        {
            FileName = $"{table.Id}.{format.Key}",
            MediaType = format.MediaType,
            IsPublic = dataset.Labels.Contains(Caller.PublicLabel),
            Tag = Tag(table.Id, format, style, parameters, dataset.Sequence),
        };
    }

    // What a workbook says of its dataset changes with that
    private string? Tag(string tableId, ExportFormat format, DumpStyle style, JsonObject parameters, long sequence)
    {
        if ((_store as ITableVersions)?.VersionOf(tableId) is not { } version)
        {
            return null;
        }

        var asked = new JsonObject(parameters.Where(p => p.Value is not null && Asked.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
        var text = string.Join('\n', tableId, version, format.Key, style, _settings.Get("ckan.datastore.default_fts_lang"), format.Key == "xlsx" ? $"{sequence} {_settings.SiteUrl}" : "", asked.ToJsonString(CatalogJson.Options));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }

    private static long? Natural(JsonObject parameters, string key) =>
        InputValues.TryInteger(parameters[key], out var number) && number is null or >= 0 ? number : throw InvalidException.Field(key, "Must be a natural number");
}
