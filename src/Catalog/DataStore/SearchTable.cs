using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.DataStore;

[CkanAction("datastore_search", Access.Checked, ReadOnly = true, Result = ActionResultShapes.Any)]
[Doc("Rows of a table: filtered, searched, sorted and paged.")]
internal sealed class SearchTable(IDataStore store, TableAccess access, TableQueries queries, CkanSettings settings, IOptions<DataStoreOptions> options)
    : IAction<ActionInput, StreamedJson>, IDescribesParameters
{
    private static readonly FrozenSet<string> Echoed = FrozenSet.ToFrozenSet(["q", "full_text", "sort", "plain", "language", "distinct"]);
    private static readonly string[] Formats = ["objects", "lists", "csv", "tsv"];

    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("resource_id", "string", true, "Id of the resource, or an alias of its table; _table_metadata lists all tables.", "\"3f6a1d0c-0000-4000-8000-000000000000\""),
        new("id", "string", false, "The same as resource_id."),
        new("filters", "any", false, "Column to value, list of values or ranges; $or and $and nest.", "{\"kecamatan\": \"Mrebet\", \"jumlah\": {\"gte\": 1000}}"),
        new("q", "any", false, "Words to find, or an object of column to words."),
        new("full_text", "string", false, "Words to find in the whole row, beside q."),
        new("plain", "boolean", false, "False: q is an expression of & | ! :*.", Default: true),
        new("language", "string", false, "Of the words.", "\"indonesian\""),
        new("limit", "integer", false, "Most rows.", Default: 100), new("offset", "integer", false, Default: 0),
        new("fields", "array", false, "Columns to give; all when left out."), new("sort", "string", false, "Columns, each with asc or desc, nulls first or last.", "\"jumlah desc\""),
        new("distinct", "boolean", false, Default: false), new("include_total", "boolean", false, Default: true),
        new("total_estimation_threshold", "integer", false, "Taken, but totals are always exact."),
        new("records_format", "string", false, "objects, lists, csv or tsv.", Default: "objects"),
        new("include_next_page", "boolean", false, "Tell filters that lead to the next page.", Default: false),
    ];

    public async ValueTask<StreamedJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var data = request.Data;
        var name = request.Text("resource_id") ?? request.Text("id") ?? throw InvalidException.Field("resource_id", "Missing value");
        if (data.Select(pair => pair.Key).FirstOrDefault(key => Parameters.All(p => p.Name != key)) is { } unknown)
        {
            throw InvalidException.Field("__extras", $"invalid value \"{unknown}\"");
        }

        var page = ReadPage(data);
        if (name == DataNames.TableMetadata)
        {
            return await TableMetadata.SearchAsync(store, data, page, ct);
        }

        var table = await access.ReadAsync(name, $"Resource \"{name}\" was not found.", caller, ct);
        var question = queries.Read(table, data);
        var query = question.Query with { Limit = page.Limit, Offset = page.Offset, WithTotal = page.IncludeTotal };
        try
        {
            var rows = await store.QueryAsync(query, TimeSpan.FromSeconds(options.Value.MaxSeconds), ct);
            var milliseconds = settings.Flag("ckan.datastore.ms_in_timestamp");
            return new StreamedJson(
                async (output, token) =>
                {
                    try
                    {
                        await WriteAsync(output, rows, data, question with { Query = query }, page, milliseconds, options.Value.SearchLinks, token);
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

    private SearchPage ReadPage(JsonObject data)
    {
        var errors = new FieldErrors();
        long? limit = null;
        long? offset = null;
        if (!InputValues.TryInteger(data["limit"], out limit))
        {
            errors.Add("limit", ["Invalid integer", "Please enter an integer value"]);
        }
        else if (limit < 0)
        {
            errors.Add("limit", "Must be a natural number");
        }

        if (!InputValues.TryInteger(data["offset"], out offset))
        {
            errors.Add("offset", "Invalid integer");
        }
        else if (offset < 0)
        {
            errors.Add("offset", $"invalid value \"{offset}\"");
        }

        var format = InputValues.Text(data["records_format"]) is { Length: > 0 } given ? given : "objects";
        if (!Formats.Contains(format))
        {
            errors.Add("records_format", "Value must be one of ['objects', 'lists', 'csv', 'tsv']");
        }

        var total = Flag(data, "include_total", true, errors);
        var next = Flag(data, "include_next_page", false, errors);
        errors.ThrowIfAny();
        var most = settings.Number("ckan.datastore.search.rows_max");
        return new SearchPage((int)Math.Min(limit ?? settings.Number("ckan.datastore.search.rows_default"), most), offset ?? 0, total, next, format);
    }

    private static bool Flag(JsonObject data, string key, bool fallback, FieldErrors errors)
    {
        if (!data.ContainsKey(key) || data[key] is null)
        {
            return fallback;
        }

        if (InputValues.AsBool(data[key]) is { } flag)
        {
            return flag;
        }

        errors.Add(key, "Parameter is not a bool");
        return fallback;
    }

    private static async Task WriteAsync(
        Stream output, DataRows rows, JsonObject data, TableQuestion question, SearchPage page, bool milliseconds, bool links, CancellationToken ct)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        await using var json = new Utf8JsonWriter(buffer, CatalogJson.WriterOptions);
        json.WriteStartObject();
        json.WriteBoolean("include_total", page.IncludeTotal);
        json.WriteNumber("limit", page.Limit);
        json.WriteString("records_format", page.Format);
        json.WriteBoolean("include_next_page", page.IncludeNext);
        json.WriteString("resource_id", question.Query.TableId);
        Echo(json, data, question, page);
        json.WritePropertyName("fields");
        RecordsWriter.WriteColumns(json, rows.Columns);
        json.WritePropertyName("records");
        var records = new RecordsWriter(json, buffer, output, page.Format, milliseconds);
        await records.WriteAsync(rows, page.Limit, ct);
        if (rows.Total is { } total)
        {
            json.WriteNumber("total", total);
        }

        NextPage(json, rows, question.Query, page, records.Last);
        if (links)
        {
            SearchLinks.Write(json, data, page);
        }

        json.WriteEndObject();
        await records.FlushAsync(ct);
    }

    private static void Echo(Utf8JsonWriter json, JsonObject data, TableQuestion question, SearchPage page)
    {
        foreach (var (key, value) in data)
        {
            if (Echoed.Contains(key) && value is not null)
            {
                json.WritePropertyName(key);
                if (key is "plain" or "distinct")
                {
                    json.WriteBooleanValue(InputValues.AsBool(value) ?? false);
                }
                else
                {
                    value.WriteTo(json);
                }
            }
        }

        if (data.ContainsKey("offset") && data["offset"] is not null)
        {
            json.WriteNumber("offset", page.Offset);
        }

        if (TableQueries.Json(data["filters"], "filters") is { } filters)
        {
            json.WritePropertyName("filters");
            filters.WriteTo(json);
            if (question.Filterops is not null)
            {
                json.WritePropertyName("filterops");
                question.Filterops.WriteTo(json);
            }
        }
    }

    private static void NextPage(Utf8JsonWriter json, DataRows rows, DataQuery query, SearchPage page, DataValue[]? last)
    {
        var byRow = query.Sort.Count == 0 ? query.Texts.Count == 0 && !query.Distinct : query.Sort is [{ Column: DataNames.RowId }];
        var at = rows.Columns.Select(c => c.Name).ToList().IndexOf(DataNames.RowId);
        if (page.IncludeNext && byRow && last is not null && at >= 0)
        {
            json.WriteStartObject("next_page");
            json.WriteStartObject(DataNames.RowId);
            json.WriteNumber(query.Sort is [{ Descending: true }] ? "lt" : "gt", last[at].Whole);
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }
}
