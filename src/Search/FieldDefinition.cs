namespace Purbalingga.Search;

/// <summary>One field of an index, or a family of fields.</summary>
/// <param name="Name">Exact name; or a pattern with one star at either end (<c>extras_*</c>, <c>*_date</c>); or <c>*</c>, every other name.</param>
/// <param name="Kind">How values are indexed.</param>
public sealed record FieldDefinition(string Name, FieldKind Kind)
{
    /// <summary>Analyzer of a text field, by its name in the schema.</summary>
    public string Analyzer { get; init; } = "text";

    /// <summary>A field of several values cannot be sorted on.</summary>
    public bool MultiValued { get; init; }

    /// <summary>Stored values come back with hits when asked for.</summary>
    public bool Stored { get; init; }

    /// <summary>Text fields that get the values of this field as well, as Solr's copyField does.</summary>
    public IReadOnlyList<string> CopyTo { get; init; } = [];
}
