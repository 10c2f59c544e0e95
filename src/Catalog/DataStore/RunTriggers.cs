using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

[CkanAction("datastore_run_triggers", Access.Sysadmin, OwnTransactions = true)]
[Doc("Writes every row again, so that the table's triggers see it (PostgreSQL engine).")]
internal sealed class RunTriggers(IDataStore store) : IAction<RunTriggers.Request, JsonNode>
{
    public sealed record Request([Required, Alias("id"), Doc("Id of the resource.", Example = "\"3f6a1d0c-0000-4000-8000-000000000000\"")] string ResourceId);

    public async ValueTask<JsonNode> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        try
        {
            return JsonValue.Create(await FunctionStore.Of(store).RunTriggersAsync(request.ResourceId, ct));
        }
        catch (DataStoreException error) when (error.Error == DataStoreError.BadValue)
        {
            throw InvalidException.Field("records", error.Message);
        }
        catch (DataStoreException error)
        {
            throw StoreErrors.OfWrite(error, request.ResourceId, creating: false);
        }
    }
}
