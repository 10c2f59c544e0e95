using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Tags;

[CkanAction("tag_autocomplete", Access.Anyone, ReadOnly = true, Result = ActionResultShapes.Names)]
[Doc("Names of tags that contain a text, in any case. Without a search text nothing is found.")]
internal sealed class AutocompleteTags(TagViews views) : IAction<SearchTags.Request, IReadOnlyList<string>>
{
    public async ValueTask<IReadOnlyList<string>> RunAsync(SearchTags.Request request, Caller caller, CancellationToken ct)
    {
        var terms = TagViews.Terms(request.Query, request.Q, request.Fields);
        var tags = await views.FindAsync(request.VocabularyId, terms, ct);
        return terms.Count == 0 ? [] : await tags.Skip(request.Offset).Take(request.Limit ?? int.MaxValue).Select(t => t.Name).ToListAsync(ct);
    }
}
