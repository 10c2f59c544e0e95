using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Tags;

[CkanAction("tag_list", Access.Anyone, ReadOnly = true)]
[Doc("Lists the free tags that public datasets carry, or the tags of a vocabulary, by name.")]
internal sealed class ListTags(TagViews views) : IAction<ListTags.Request, JsonNode>
{
    public sealed record Request(
        [Doc("Text in the name; several must all be there.", Example = "\"kesehatan\"")] JsonNode? Query = null,
        [Doc("As query.")] JsonNode? Q = null,
        [Doc("Id or name of a vocabulary.")] string? VocabularyId = null,
        [Doc("true: objects in place of names.")] bool AllFields = false);

    public async ValueTask<JsonNode> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var tags = await views.FindAsync(request.VocabularyId, TagViews.Terms(request.Query, request.Q, fields: null), ct);
        return request.AllFields
            ? new JsonArray([.. (await tags.ToListAsync(ct)).Select(TagViews.Show)])
            : new JsonArray([.. (await tags.Select(t => t.Name).ToListAsync(ct)).Select(name => (JsonNode)name)]);
    }
}
