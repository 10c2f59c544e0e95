namespace Purbalingga.Search;

/// <summary>How the values of a field are indexed.</summary>
public enum FieldKind
{
    /// <summary>Words of an analyzer, with frequencies and positions; scored.</summary>
    Text,

    /// <summary>The whole value, case kept; may be faceted and sorted.</summary>
    Keyword,

    /// <summary>A UTC time with millisecond precision, given as ISO 8601 text; ranges, date arithmetic, sorting.</summary>
    Date,

    /// <summary>A 64-bit whole number, given as decimal text; ranges and sorting.</summary>
    Number,

    /// <summary>Pieces of two letters or more are found wherever they stand in the value, for completion while typing.</summary>
    Ngram,
}
