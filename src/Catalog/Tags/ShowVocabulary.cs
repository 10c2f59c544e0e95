using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Tags;

[CkanAction("vocabulary_show", Access.Anyone, ReadOnly = true)]
[Doc("Shows a vocabulary with its tags.")]
internal sealed class ShowVocabulary(TagViews views) : IAction<ShowVocabulary.Request, JsonNode>
{
    public sealed record Request([Doc("Id or name of the vocabulary.", Example = "\"tema\"")] string? Id = null);

    public async ValueTask<JsonNode> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var id = string.IsNullOrEmpty(request.Id) ? throw InvalidException.Bare("id", "id not in data") : request.Id;
        var vocabulary = await views.VocabularyAsync(id, ct) ?? throw new NotFoundException($"Could not find vocabulary \"{id}\"");
        return (await views.ShowAsync([vocabulary], ct))[0];
    }
}
