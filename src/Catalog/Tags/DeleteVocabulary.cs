using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tags;

[CkanAction("vocabulary_delete", Access.Sysadmin)]
[Doc("Deletes a vocabulary with its tags, which are taken from the datasets that carry them.")]
internal sealed class DeleteVocabulary(CatalogContext context, TagViews views, TagRemoval removal) : IAction<DeleteVocabulary.Request, Nothing>
{
    public sealed record Request([Doc("Id or name of the vocabulary.", Example = "\"tema\"")] string? Id = null);

    public async ValueTask<Nothing> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var id = string.IsNullOrEmpty(request.Id) ? throw InvalidException.Bare("id", "id not in data") : request.Id;
        var vocabulary = await views.VocabularyAsync(id, ct) ?? throw new NotFoundException($"Could not find vocabulary \"{id}\"");
        await removal.RemoveAsync(await context.Tags.Where(t => t.VocabularyId == vocabulary.Id).ToListAsync(ct), ct);
        context.Vocabularies.Remove(vocabulary);
        return Nothing.Value;
    }
}
