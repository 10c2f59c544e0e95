using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tags;

/// <summary>Finding tags and vocabularies, and how CKAN shows them.</summary>
internal sealed class TagViews(CatalogContext context)
{
    // Each is a condition of its own in the query
    private const int MaxTerms = 100;

    /// <summary>A vocabulary by id or name; null when there is none.</summary>
    public async Task<Vocabulary?> VocabularyAsync(string idOrName, CancellationToken ct) =>
        await context.Vocabularies.FirstOrDefaultAsync(v => v.Id == idOrName, ct) ?? await context.Vocabularies.FirstOrDefaultAsync(v => v.Name == idOrName, ct);

    /// <summary>The tags that a list or search is about, ordered by name.</summary>
    /// <param name="vocabulary">Id or name; null for free tags, of which only those count that a dataset everybody may see carries.</param>
    /// <exception cref="NotFoundException"><c>could not find vocabulary 'X'</c></exception>
    public async Task<IQueryable<Tag>> FindAsync(string? vocabulary, IEnumerable<string> terms, CancellationToken ct)
    {
        var tags = context.Tags.AsNoTracking();
        if (string.IsNullOrEmpty(vocabulary))
        {
            // Beyond CKAN: a word that only hidden datasets use stays hidden
            tags = tags.Where(t => t.VocabularyId == null && context.DatasetTags.Any(d =>
                d.TagId == t.Id && context.Datasets.Any(s => s.Id == d.DatasetId && s.State == RecordState.Active && !s.Private)));
        }
        else
        {
            var found = await VocabularyAsync(vocabulary, ct) ?? throw new NotFoundException($"could not find vocabulary '{vocabulary}'");
            tags = tags.Where(t => t.VocabularyId == found.Id);
        }

#pragma warning disable CA1304, CA1311
        foreach (var term in terms)
        {
            var pattern = LikePattern.Containing(term);
            tags = tags.Where(t => EF.Functions.Like(t.Name.ToLower(), pattern, LikePattern.Escape));
        }
#pragma warning restore CA1304, CA1311

        return tags.OrderBy(t => t.Name);
    }

    /// <summary>The different search terms of <c>query</c> or <c>q</c> (one text or a list) and of the old <c>fields</c>; blank ones left out.</summary>
    /// <exception cref="InvalidException">There are more than 100.</exception>
    public static IReadOnlyList<string> Terms(JsonNode? query, JsonNode? q, JsonObject? fields)
    {
        List<string> terms =
        [
            .. new[] { query ?? q, fields?["tags"] }
                .SelectMany(node => node is JsonArray list ? list.Select(InputValues.Text) : [InputValues.Text(node)])
                .OfType<string>().Select(term => term.Trim()).Where(term => term.Length > 0).Distinct(StringComparer.Ordinal),
        ];
        return terms.Count <= MaxTerms ? terms : throw InvalidException.Bare("query", $"At most {MaxTerms} terms");
    }

    public static JsonObject Show(Tag tag) => new()
    {
        ["id"] = tag.Id,
        ["name"] = tag.Name,
        ["vocabulary_id"] = tag.VocabularyId,
        ["display_name"] = tag.Name,
    };

    /// <summary>Vocabularies with all their tags, both in order of their names.</summary>
    public async Task<IReadOnlyList<JsonObject>> ShowAsync(IReadOnlyList<Vocabulary> vocabularies, CancellationToken ct)
    {
        var ids = vocabularies.Select(v => (string?)v.Id).ToList();
        var tags = (await context.Tags.AsNoTracking().Where(t => ids.Contains(t.VocabularyId)).OrderBy(t => t.Name).ToListAsync(ct)).ToLookup(t => t.VocabularyId);
        return [.. vocabularies.Select(v => Show(v, tags[v.Id]))];
    }

    public static JsonObject Show(Vocabulary vocabulary, IEnumerable<Tag> tags) => new()
    {
        ["id"] = vocabulary.Id,
        ["name"] = vocabulary.Name,
        ["tags"] = new JsonArray([.. tags.Select(Show)]),
    };
}
