namespace Purbalingga.Search;

/// <summary>What one search may cost before it is refused.</summary>
public sealed record SearchLimits
{
    /// <summary>Clauses of the query and of each filter.</summary>
    public int MaxClauses { get; init; } = 1024;

    /// <summary>Nesting of parentheses.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>Characters of the query and of each filter.</summary>
    public int MaxQueryLength { get; init; } = 100_000;

    /// <summary>Distinct words that one wildcard, regular expression or range may stand for.</summary>
    public int MaxExpansions { get; init; } = 500_000;

    /// <summary>Time of one search.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
