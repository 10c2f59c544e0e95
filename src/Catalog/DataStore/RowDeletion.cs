using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Deletes rows by filters, for both actions that do.</summary>
internal sealed class RowDeletion(IDataStore store, CkanSettings settings)
{
    /// <param name="filters">Empty: all rows.</param>
    public async Task<JsonObject> RunAsync(DataTable table, JsonObject filters, JsonObject data, CancellationToken ct)
    {
        var (filter, spoken) = new FilterReader(table).Read(filters);
        var returned = InputValues.Flag(data["include_deleted_records"]);
        try
        {
            var result = await store.DeleteAsync(table.Id, filter, returned ? settings.Number("ckan.datastore.search.rows_max") : 0, ct);
            var answer = new JsonObject { ["resource_id"] = table.Id, ["filters"] = filters.DeepClone() };
            if (spoken is not null)
            {
                answer["filterops"] = spoken;
            }

            if (data["calculate_record_count"] is { } count)
            {
                answer["calculate_record_count"] = count.DeepClone();
            }

            if (returned)
            {
                answer["deleted_records"] = RecordsInput.Echo(result);
            }

            return answer;
        }
        catch (DataStoreException error)
        {
            throw StoreErrors.OfWrite(error, table.Id, creating: false);
        }
    }
}
