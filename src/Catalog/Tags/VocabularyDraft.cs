using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tags;

/// <summary>CKAN's schema of vocabularies.</summary>
internal sealed class VocabularyDraft(CatalogContext context)
{
    private const int MinLength = 2;
    private const int MaxLength = 100;

    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("name", "string", false, "Unique, 2 to 100 characters; required for a new vocabulary.", "\"tema\""),
        new("tags", "array", false, "Objects with the key name; all tags of the vocabulary.", """[{"name": "kesehatan"}]"""),
    ];

    /// <summary>Checks name and tags.</summary>
    /// <param name="id">Of the vocabulary that is changed; null for a new one.</param>
    /// <returns>The name, null when none was given; the names of the tags without repetitions, null when none were given.</returns>
    /// <exception cref="InvalidException">With all that is wrong.</exception>
    /// <exception cref="IntegrityException"><c>tags</c> is no list of objects.</exception>
    public async Task<(string? Name, IReadOnlyList<string>? Tags)> ReadAsync(string? id, JsonObject data, CancellationToken ct)
    {
        var tags = FieldText.Objects(data, "tags");
        var errors = new FieldErrors();
        var name = await NameAsync(id, data, errors, ct);
        var names = tags?.Select(tag => FieldText.Of(tag["name"]) ?? "").Distinct().ToList();
        foreach (var tag in names ?? [])
        {
            errors.Add("tags", tag.Length == 0 ? ["Missing value"] : TagRules.Errors(tag));
        }

        errors.ThrowIfAny();
        return (name, names);
    }

    private async Task<string?> NameAsync(string? id, JsonObject data, FieldErrors errors, CancellationToken ct)
    {
        var name = FieldText.Of(data["name"]);
        if (string.IsNullOrEmpty(name))
        {
            if (id is null || data.ContainsKey("name"))
            {
                errors.Add("name", "Missing value");
            }

            return null;
        }

        if (name.Length < MinLength)
        {
            errors.Add("name", $"Name must be at least {MinLength} characters long");
        }
        else if (name.Length > MaxLength)
        {
            errors.Add("name", $"Name must be a maximum of {MaxLength} characters long");
        }
        else if (await context.Vocabularies.AnyAsync(v => v.Name == name && v.Id != id, ct))
        {
            errors.Add("name", "That vocabulary name is already in use.");
        }

        return name;
    }
}
