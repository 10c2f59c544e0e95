using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;

namespace Purbalingga.Catalog.Resources;

/// <summary>Changes to one resource are changes of its dataset's list; this makes the list and reads the answer back out of it.</summary>
internal static class ResourceTree
{
    /// <summary>The resources of a shown dataset.</summary>
    public static JsonArray Of(JsonObject dataset) => dataset["resources"]!.AsArray();

    /// <summary>Place of a resource among the shown ones.</summary>
    /// <exception cref="NotFoundException">It is not among them (deleted).</exception>
    public static int IndexOf(JsonObject dataset, string id)
    {
        var resources = Of(dataset);
        for (var i = 0; i < resources.Count; i++)
        {
            if ((string?)resources[i]!["id"] == id)
            {
                return i;
            }
        }

        throw new NotFoundException("Resource was not found.");
    }

    /// <summary>One resource of a rendered dataset.</summary>
    public static RawJson At(DatasetDocument document, int index) => RawJson.From(Of(JsonNode.Parse(document.Json)!.AsObject())[index]);

    /// <summary>Runs a change and turns errors of the list into those of the one resource.</summary>
    public static async Task<DatasetDocument> UnwrapAsync(Func<Task<DatasetDocument>> change, int index)
    {
        try
        {
            return await change();
        }
        catch (InvalidException error) when (error.Errors["resources"] is JsonArray items && index < items.Count)
        {
            throw new InvalidException(items[index]!.DeepClone().AsObject());
        }
    }

    public static IReadOnlyDictionary<int, UploadedFile> Uploads(ActionInput request, int index) =>
        request.Files.TryGetValue("upload", out var upload) ? new Dictionary<int, UploadedFile> { [index] = upload } : DatasetWriter.NoUploads;
}
