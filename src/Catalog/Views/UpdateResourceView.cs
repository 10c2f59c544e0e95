using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Views;

[CkanAction("resource_view_update", Access.Checked)]
[Doc("Changes a saved view: title and description where they are given, the keys of its type always.")]
internal sealed class UpdateResourceView(ViewAccess access) : IAction<ActionInput, JsonObject>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("id", "string", true, "Id of the view.", "\"0c5a4b8e-7c1d-4f0a-9f52-2f6d8f0f6f11\""),
        new("resource_id", "string", false, "Not needed."),
        new("title", "string", false), new("description", "string", false),
        new("query", "string", false, "Of our own types: query string of the resource's page."),
    ];

    public async ValueTask<JsonObject> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var (view, datasetId) = await access.ChangeAsync(request.Required("id"), "Resource view was not found.", caller, ct);
        if (request.Has("title"))
        {
            view.Title = request.Required("title");
        }

        if (request.Has("description"))
        {
            view.Description = request.Text("description");
        }

        view.ConfigJson = ViewTypes.Config(view.ViewType, request.Data);
        return ViewAccess.Show(view, datasetId);
    }
}
