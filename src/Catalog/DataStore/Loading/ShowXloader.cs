using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.DataStore.Loading;

[CkanAction("xloader_status", Access.Checked, ReadOnly = true)]
[Doc("How far an uploaded file is on its way into the DataStore, as CKAN's loader tells it.")]
internal sealed class ShowXloader(LoaderJobs jobs) : IAction<LoaderReference, JsonObject>
{
    public async ValueTask<JsonObject> RunAsync(LoaderReference request, Caller caller, CancellationToken ct) => await jobs.ShowAsync(request, caller, ct);
}
