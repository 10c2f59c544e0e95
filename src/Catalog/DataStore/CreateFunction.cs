using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

[CkanAction("datastore_function_create", Access.Sysadmin, OwnTransactions = true)]
[Doc("Makes a PL/pgSQL function for triggers (PostgreSQL engine).")]
internal sealed class CreateFunction(IDataStore store) : IAction<CreateFunction.Request, Nothing>
{
    public sealed record Request(
        [Required, Doc("Of the function.", Example = "\"rapikan\"")] string Name,
        [Required, Doc("Body in PL/pgSQL.", Example = "\"BEGIN NEW.nama = trim(NEW.nama); RETURN NEW; END;\"")] string Definition,
        [Doc("Replace one of this name.")] bool OrReplace = false,
        [Doc("Type that it returns; trigger for triggers.")] string Rettype = "void",
        [Doc("Objects with argname, argtype and argmode (in, out, inout).")] JsonNode? Arguments = null);

    public async ValueTask<Nothing> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var functions = FunctionStore.Of(store);
        if (!TableDraft.IsName(request.Name) || request.Name.Length > 63)
        {
            throw InvalidException.Field("name", $"\"{request.Name}\" is not a valid function name");
        }

        var arguments = (request.Arguments as JsonArray ?? []).OfType<JsonObject>().Select(a => (
            FieldText.Of(a["argname"]) ?? throw InvalidException.Field("arguments", "Missing value"),
            FieldText.Of(a["argtype"]) ?? throw InvalidException.Field("arguments", "Missing value"),
            FieldText.Of(a["argmode"]))).ToList();
        try
        {
            await functions.CreateFunctionAsync(request.Name, request.Definition, request.Rettype, arguments, request.OrReplace, ct);
            return Nothing.Value;
        }
        catch (DataStoreException error)
        {
            throw InvalidException.Field(error.Error == DataStoreError.NameTaken ? "name" : "definition", error.Message);
        }
    }
}
