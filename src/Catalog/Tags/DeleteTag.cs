using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tags;

[CkanAction("tag_delete", Access.Sysadmin)]
[Doc("Deletes a tag and takes it from the datasets that carry it.")]
internal sealed class DeleteTag(CatalogContext context, TagViews views, TagRemoval removal) : IAction<DeleteTag.Request, Nothing>
{
    public sealed record Request(
        [Doc("Id or name of the tag.", Example = "\"kesehatan\"")] string? Id = null,
        [Doc("Id or name of its vocabulary; without it a free tag is meant.")] string? VocabularyId = null);

    public async ValueTask<Nothing> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var id = string.IsNullOrEmpty(request.Id) ? throw InvalidException.Bare("id", "id not in data") : request.Id;
        string? vocabularyId = null;
        if (!string.IsNullOrEmpty(request.VocabularyId))
        {
            vocabularyId = (await views.VocabularyAsync(request.VocabularyId, ct)
                ?? throw new NotFoundException($"Could not find vocabulary \"{request.VocabularyId}\"")).Id;
        }

        var tag = await context.Tags.FirstOrDefaultAsync(t => t.Id == id, ct)
            ?? await context.Tags.FirstOrDefaultAsync(t => t.Name == id && t.VocabularyId == vocabularyId, ct)
            ?? throw new NotFoundException($"Could not find tag \"{id}\"");
        await removal.RemoveAsync([tag], ct);
        return Nothing.Value;
    }
}
