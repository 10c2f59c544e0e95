using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tags;

[CkanAction("vocabulary_create", Access.Sysadmin)]
[Doc("Creates a vocabulary, a named list of tags.")]
internal sealed class CreateVocabulary(CatalogContext context, VocabularyDraft draft) : IAction<ActionInput, JsonNode>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters => VocabularyDraft.Parameters;

    public async ValueTask<JsonNode> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        if (request.Text("id") is not null)
        {
            throw InvalidException.Field("id", "The input field id was not expected.");
        }

        var (name, names) = await draft.ReadAsync(null, request.Data, ct);
        var vocabulary = new Vocabulary { Id = Guid.CreateVersion7().ToString(), Name = name! };
        var tags = (names ?? []).Select(tag => Tag.Create(tag, vocabulary.Id)).ToList();
        context.Vocabularies.Add(vocabulary);
        context.Tags.AddRange(tags);
        return TagViews.Show(vocabulary, tags.OrderBy(t => t.Name, StringComparer.Ordinal));
    }
}
