using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Resources;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary><c>{resource_id, validation}</c>, see <see cref="TableValidator.RunAsync"/>.</summary>
[CkanAction("table_validate", Access.Checked, OwnTransactions = true)]
[Doc("Checks a table against its dictionary (type, required, minimum, maximum, pattern, code list, region codes) now. Ours, not CKAN's.")]
internal sealed class ValidateTable(TableAccess access, TableValidator validator) : IAction<ResourceReference, JsonObject>
{
    public async ValueTask<JsonObject> RunAsync(ResourceReference request, Caller caller, CancellationToken ct)
    {
        await access.WriteAsync(request.Id, force: true, caller, ct);
        try
        {
            var report = await validator.RunAsync(request.Id, ct) ?? throw new NotFoundException($"Resource \"{request.Id}\" was not found.");
            return new JsonObject { ["resource_id"] = request.Id, ["validation"] = report };
        }
        catch (DataStoreException error)
        {
            throw StoreErrors.OfSearch(error, request.Id);
        }
    }
}
