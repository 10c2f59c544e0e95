using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

[CkanAction("datastore_function_delete", Access.Sysadmin, OwnTransactions = true)]
[Doc("Drops a function (PostgreSQL engine).")]
internal sealed class DeleteFunction(IDataStore store) : IAction<DeleteFunction.Request, Nothing>
{
    public sealed record Request([Required, Doc("Of the function.", Example = "\"rapikan\"")] string Name, [Doc("It may be gone already.")] bool IfExists = false);

    public async ValueTask<Nothing> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        try
        {
            return await FunctionStore.Of(store).DeleteFunctionAsync(request.Name, ct) || request.IfExists
                ? Nothing.Value : throw new NotFoundException($"function {request.Name}() does not exist");
        }
        catch (DataStoreException error)
        {
            throw InvalidException.Field("name", error.Message);
        }
    }
}
