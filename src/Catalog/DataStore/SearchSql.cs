using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.DataStore;

[CkanAction("datastore_search_sql", Access.Checked, ReadOnly = true, Result = ActionResultShapes.Any)]
[Doc("Answer of one SELECT over tables that the caller may read, in PostgreSQL's dialect.")]
internal sealed class SearchSql(IDataStore store, TableAccess access, CkanSettings settings, IOptions<DataStoreOptions> options) : IAction<SearchSql.Request, StreamedJson>
{
    public sealed record Request([Doc("One SELECT; tables by their resource's id in quotation marks, or an alias.", Example = "\"SELECT 1\"")] string? Sql = null);

    public async ValueTask<StreamedJson> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        if (!settings.Flag("ckan.datastore.sqlsearch.enabled"))
        {
            throw new ActionUnavailableException("datastore_search_sql");
        }

        var sql = request.Sql ?? throw InvalidException.Field("sql", "Missing value");
        try
        {
            var inspected = await store.InspectSqlAsync(sql, ct);
            foreach (var table in inspected.TableIds)
            {
                _ = await access.MayReadAsync(table, caller, ct) switch
                {
                    true => true,
                    false => throw new NotAuthorizedException("Not authorized to read resource."),
                    null => throw new NotFoundException("Resource was not found."),
                };
            }

            var most = settings.Number("ckan.datastore.search.rows_max");
            var rows = await store.QuerySqlAsync(inspected, new SqlLimits(most, TimeSpan.FromSeconds(options.Value.MaxSeconds)), ct);
            return new StreamedJson(
                async (output, token) =>
                {
                    try
                    {
                        await WriteAsync(output, rows, sql, most, token);
                    }
                    catch (DataStoreException error)
                    {
                        throw StoreErrors.OfSql(error, sql);
                    }
                },
                rows);
        }
        catch (DataStoreException error)
        {
            throw StoreErrors.OfSql(error, sql);
        }
    }

    private static async Task WriteAsync(Stream output, DataRows rows, string sql, int most, CancellationToken ct)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        await using var json = new Utf8JsonWriter(buffer, CatalogJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("sql", sql);
        json.WritePropertyName("fields");
        RecordsWriter.WriteColumns(json, rows.Columns);
        json.WritePropertyName("records");
        var records = new RecordsWriter(json, buffer, output, "objects", milliseconds: false);
        await records.WriteAsync(rows, most, ct);
        if (records.Count > most)
        {
            json.WriteBoolean("records_truncated", true);
        }

        json.WriteEndObject();
        await records.FlushAsync(ct);
    }
}
