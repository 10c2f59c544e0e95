using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tags;

[CkanAction("vocabulary_list", Access.Anyone, ReadOnly = true)]
[Doc("Lists the vocabularies with their tags.")]
internal sealed class ListVocabularies(CatalogContext context, TagViews views)
    : IAction<ListVocabularies.Request, IReadOnlyList<JsonObject>>
{
    public sealed record Request;

    public async ValueTask<IReadOnlyList<JsonObject>> RunAsync(Request request, Caller caller, CancellationToken ct) =>
        await views.ShowAsync(await context.Vocabularies.AsNoTracking().OrderBy(v => v.Name).ToListAsync(ct), ct);
}
