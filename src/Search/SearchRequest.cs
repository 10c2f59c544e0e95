namespace Purbalingga.Search;

/// <summary>What to search for and what to return.</summary>
public sealed record SearchRequest
{
    /// <summary>Query text; null or blank finds everything.</summary>
    public string? Query { get; init; }

    /// <summary>Parser of the query.</summary>
    public QueryMode Mode { get; init; } = QueryMode.Lucene;

    /// <summary>Reading of Lucene syntax in query and filters.</summary>
    public QueryDialect Dialect { get; init; } = QueryDialect.Solr;

    /// <summary>Parameters of dismax and edismax.</summary>
    public DismaxOptions Dismax { get; init; } = DismaxOptions.Default;

    /// <summary>Field of words without a field, in Lucene mode and in filters.</summary>
    public string DefaultField { get; init; } = "text";

    /// <summary>Join of clauses without operator, in query and filters.</summary>
    public QueryOperator DefaultOperator { get; init; } = QueryOperator.And;

    /// <summary>Filters in Lucene syntax; every one must match; they do not score.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Filters on exact values that no text can get around; every one must match.</summary>
    public IReadOnlyList<RequiredAny> RequiredAny { get; init; } = [];

    /// <summary>Sort; best score first when empty. Equal documents follow in the order they were last indexed.</summary>
    public IReadOnlyList<SortKey> Sort { get; init; } = [];

    /// <summary>Hits to skip; not negative.</summary>
    public int Start { get; init; }

    /// <summary>Hits to return; 0 only counts.</summary>
    public int Rows { get; init; } = 10;

    /// <summary>Facets to count.</summary>
    public IReadOnlyList<FacetRequest> Facets { get; init; } = [];

    /// <summary>Stored fields to return; <c>*</c> for all. Empty: only ids and scores.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
}
