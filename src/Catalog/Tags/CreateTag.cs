using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tags;

[CkanAction("tag_create", Access.Sysadmin)]
[Doc("Adds a tag to a vocabulary. Free tags come into being when a dataset carries them.")]
internal sealed class CreateTag(CatalogContext context, TagViews views) : IAction<CreateTag.Request, JsonNode>
{
    public sealed record Request(
        [Doc("Name of the tag.", Example = "\"kesehatan\"")] string? Name = null,
        [Doc("Id or name of the vocabulary.", Example = "\"tema\"")] string? VocabularyId = null,
        [Doc("Not taken.")] JsonNode? Id = null);

    public async ValueTask<JsonNode> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var errors = new FieldErrors();
        if (request.Id is not null)
        {
            errors.Add("id", "The input field id was not expected.");
        }

        errors.Add("name", string.IsNullOrEmpty(request.Name) ? ["Missing value"] : TagRules.Errors(request.Name));
        var vocabulary = string.IsNullOrEmpty(request.VocabularyId) ? null : await views.VocabularyAsync(request.VocabularyId, ct);
        if (vocabulary is null)
        {
            errors.Add("vocabulary_id", string.IsNullOrEmpty(request.VocabularyId) ? "Missing value" : "Tag vocabulary was not found.");
        }
        else if (await context.Tags.AnyAsync(t => t.Name == request.Name && t.VocabularyId == vocabulary.Id, ct))
        {
            errors.Add("vocabulary_id", $"Tag {request.Name} already belongs to vocabulary {request.VocabularyId}");
        }

        errors.ThrowIfAny();
        var tag = Tag.Create(request.Name!, vocabulary!.Id);
        context.Tags.Add(tag);
        var shown = TagViews.Show(tag);
        shown["packages"] = new JsonArray();
        return shown;
    }
}
