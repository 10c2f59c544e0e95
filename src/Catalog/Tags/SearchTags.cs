using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Tags;

[CkanAction("tag_search", Access.Anyone, ReadOnly = true, Result = ActionResultShapes.TagPage)]
[Doc("Finds tags by parts of their names, in any case. Without a search text nothing is found.")]
internal sealed class SearchTags(TagViews views) : IAction<SearchTags.Request, SearchTags.Page>
{
    public sealed record Request(
        [Doc("Text in the name, or a list of texts that must all be there.", Example = "\"kesehatan\"")] JsonNode? Query = null,
        [Doc("As query.")] JsonNode? Q = null,
        [Doc("Id or name of a vocabulary; without it free tags that public datasets carry.")] string? VocabularyId = null,
        [Natural, Doc("At most this many.")] int? Limit = null,
        [Natural, Doc("Leave out so many first.")] int Offset = 0,
        [Doc("Old form of query: an object with the key tags.")] JsonObject? Fields = null);

    public sealed record Match(string Id, string Name, string? VocabularyId);

    public sealed record Page(int Count, IReadOnlyList<Match> Results);

    public async ValueTask<Page> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var terms = TagViews.Terms(request.Query, request.Q, request.Fields);
        var tags = await views.FindAsync(request.VocabularyId, terms, ct);
        if (terms.Count == 0)
        {
            return new Page(0, []);
        }

        var results = await tags.Skip(request.Offset).Take(request.Limit ?? int.MaxValue).Select(t => new Match(t.Id, t.Name, t.VocabularyId)).ToListAsync(ct);
        var all = request.Offset == 0 && (request.Limit is null || results.Count < request.Limit);
        return new Page(all ? results.Count : await tags.CountAsync(ct), results);
    }
}
