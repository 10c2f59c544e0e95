using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tags;

[CkanAction("vocabulary_update", Access.Sysadmin)]
[Doc("Renames a vocabulary or replaces all its tags; a tag that is left out is taken from the datasets that carry it.")]
internal sealed class UpdateVocabulary(CatalogContext context, TagViews views, VocabularyDraft draft, TagRemoval removal)
    : IAction<ActionInput, JsonNode>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } = [new("id", "string", true, "Id or name of the vocabulary."), .. VocabularyDraft.Parameters];

    public async ValueTask<JsonNode> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var id = request.Text("id") ?? throw InvalidException.Bare("id", "id not in data");
        var vocabulary = await views.VocabularyAsync(id, ct) ?? throw new NotFoundException($"Could not find vocabulary \"{id}\"");
        var (name, names) = await draft.ReadAsync(vocabulary.Id, request.Data, ct);
        vocabulary.Name = name ?? vocabulary.Name;
        var tags = await context.Tags.Where(t => t.VocabularyId == vocabulary.Id).ToListAsync(ct);
        if (names is not null)
        {
            var added = names.Except(tags.Select(t => t.Name)).Select(tag => Tag.Create(tag, vocabulary.Id)).ToList();
            await removal.RemoveAsync([.. tags.Where(t => !names.Contains(t.Name))], ct);
            context.Tags.AddRange(added);
            tags = [.. tags.Where(t => names.Contains(t.Name)), .. added];
        }

        return TagViews.Show(vocabulary, tags.OrderBy(t => t.Name, StringComparer.Ordinal));
    }
}
