using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.DataStore;

/// <summary>CKAN's dumps of tables.</summary>
public sealed class DataStoreDumps
{
    private static readonly string[] Formats = ["csv", "tsv", "json", "xml"];
    private readonly IServiceScopeFactory _scopes;
    private readonly IDataStore _store;
    private readonly CkanSettings _settings;
    private readonly TimeSpan _limit;

    public DataStoreDumps(IServiceScopeFactory scopes, IDataStore store, CkanSettings settings, IOptions<DataStoreOptions> options)
    {
        _scopes = scopes;
        _store = store;
        _settings = settings;

        // A slow client takes its time; the engine is read only as fast as that
        _limit = TimeSpan.FromSeconds(options.Value.MaxSeconds) * 60;
    }

    /// <param name="name">Id of a resource, or an alias.</param>
    /// <param name="parameters">format, bom, limit, offset, filters, q, plain, language, distinct, fields, sort; others are ignored.</param>
    /// <exception cref="NotFoundException">No such table.</exception>
    /// <exception cref="NotAuthorizedException">The caller may not read it.</exception>
    /// <exception cref="InvalidException">A parameter is wrong.</exception>
    public async Task<DataStoreDump> OpenAsync(string name, JsonObject parameters, Caller caller, CancellationToken ct)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var table = await scope.ServiceProvider.GetRequiredService<TableAccess>().ReadAsync(name, "DataStore resource not found", caller, ct);
        var format = InputValues.Text(parameters["format"]) is { Length: > 0 } given ? given : "csv";
        if (!Formats.Contains(format))
        {
            throw InvalidException.Field("format", "Value must be one of csv, tsv, json, xml");
        }

        var mark = InputValues.Flag(parameters["bom"]);
        parameters.Remove("full_text");
        var limit = Natural(parameters, "limit");
        var offset = Natural(parameters, "offset");
        var query = scope.ServiceProvider.GetRequiredService<TableQueries>().Read(table, parameters).Query with { Limit = limit, Offset = offset ?? 0, WithRanks = false };
        if (query.Sort.Count == 0 && !query.Distinct)
        {
            query = query with { Sort = [new DataSort(DataNames.RowId)] };
        }

        try
        {
            var rows = await _store.QueryAsync(query, _limit, ct);
            var writer = new DumpWriter(rows, format, mark, _settings.Flag("ckan.datastore.ms_in_timestamp"));
            return new DataStoreDump(
                $"{table.Id}.{format}",
                DumpWriter.MediaType(format),
                async (output, token) =>
                {
                    try
                    {
                        await writer.WriteAsync(output, token);
                    }
                    catch (DataStoreException error)
                    {
                        throw StoreErrors.OfSearch(error, table.Id);
                    }
                },
                rows);
        }
        catch (DataStoreException error)
        {
            throw StoreErrors.OfSearch(error, table.Id);
        }
    }

    private static long? Natural(JsonObject parameters, string key) =>
        InputValues.TryInteger(parameters[key], out var number) && number is null or >= 0 ? number : throw InvalidException.Field(key, "Must be a natural number");
}
