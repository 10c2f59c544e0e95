using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;

namespace Purbalingga.Catalog.Resources;

/// <summary>Puts another resource in the place of one.</summary>
internal sealed class ResourceChanges(DatasetWriter writer, Rights rights)
{
    /// <param name="make">Gets the resource as it is shown now, gives what it shall be.</param>
    /// <exception cref="NotAuthorizedException"><c>User X not authorized to edit resource ID</c></exception>
    public async Task<RawJson> ReplaceAsync(
        Dataset dataset, string id, ActionInput request, Caller caller, Func<JsonObject, JsonObject> make, CancellationToken ct)
    {
        if (!rights.MayEdit(dataset, caller))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to edit resource {id}");
        }

        var shown = await writer.ShowAsync(dataset, ct);
        shown.Remove("metadata_modified");
        var index = ResourceTree.IndexOf(shown, id);
        var resources = ResourceTree.Of(shown);
        var wanted = make(resources[index]!.AsObject());
        wanted["id"] = id;
        resources[index] = wanted;
        var document = await ResourceTree.UnwrapAsync(
            () => writer.UpdateAsync(dataset, shown, caller, ResourceTree.Uploads(request, index), ct), index);
        return ResourceTree.At(document, index);
    }
}
