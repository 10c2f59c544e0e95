using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tags;

[CkanAction("tag_show", Access.Anyone, ReadOnly = true)]
[Doc("Shows a tag, on request with the public datasets that carry it.")]
internal sealed class ShowTag(CatalogContext context, TagViews views, DocumentReader documents) : IAction<ShowTag.Request, RawJson>
{
    private const int MaxDatasets = 1000;

    public sealed record Request(
        [Required, Doc("Id or name of the tag.", Example = "\"kesehatan\"")] string Id,
        [Doc("Id or name of the vocabulary that the tag belongs to; without it a free tag is meant.")] string? VocabularyId = null,
        [Doc("Also up to 1,000 datasets.")] bool IncludeDatasets = false);

    public async ValueTask<RawJson> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var tag = await FindAsync(request, caller, ct) ?? throw new NotFoundException();
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, CatalogJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("id", tag.Id);
            json.WriteString("name", tag.Name);
            json.WriteString("vocabulary_id", tag.VocabularyId);
            json.WriteString("display_name", tag.Name);
            if (request.IncludeDatasets)
            {
                await WriteDatasetsAsync(json, tag, ct);
            }

            json.WriteEndObject();
        }

        return new RawJson(buffer.WrittenMemory);
    }

    private async Task<Tag?> FindAsync(Request request, Caller caller, CancellationToken ct)
    {
        string? vocabularyId = null;
        if (!string.IsNullOrEmpty(request.VocabularyId))
        {
            vocabularyId = (await views.VocabularyAsync(request.VocabularyId, ct) ?? throw new NotFoundException()).Id;
        }

        // Sysadmins and tags of vocabularies apart, a tag that only hidden datasets carry is not there
        var open = caller.IsSysadmin;
        var shown = context.Tags.AsNoTracking().Where(t => open || t.VocabularyId != null || context.DatasetTags.Any(d =>
            d.TagId == t.Id && context.Datasets.Any(s => s.Id == d.DatasetId && s.State == RecordState.Active && !s.Private)));
        return await shown.FirstOrDefaultAsync(t => t.Id == request.Id, ct)
            ?? await shown.FirstOrDefaultAsync(t => t.Name == request.Id && t.VocabularyId == vocabularyId, ct);
    }

    private async Task WriteDatasetsAsync(Utf8JsonWriter json, Tag tag, CancellationToken ct)
    {
        var ids = await context.Datasets
            .Where(d => d.State == RecordState.Active && !d.Private && d.Tags.Any(t => t.TagId == tag.Id))
            .OrderBy(d => d.MetadataModified).ThenBy(d => d.Id).Select(d => d.Id).Take(MaxDatasets).ToListAsync(ct);
        json.WriteStartArray("packages");
        foreach (var document in await documents.ListAsync(ids, ct))
        {
            json.WriteRawValue(document.Json.Span, skipInputValidation: true);
        }

        json.WriteEndArray();
    }
}
