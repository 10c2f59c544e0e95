using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.DataStore.Loading;

[CkanAction("datapusher_submit", Access.Checked)]
[Doc("Loads an uploaded file into the DataStore; false when it waits for that already.")]
internal sealed class SubmitDataPusher(LoaderJobs jobs) : IAction<LoaderReference, JsonNode>
{
    public async ValueTask<JsonNode> RunAsync(LoaderReference request, Caller caller, CancellationToken ct) => await jobs.SubmitAsync(request, caller, ct);
}
