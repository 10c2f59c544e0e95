namespace Purbalingga.Search.Queries;

/// <summary>A parsed and analyzed query, independent of any segment. Records, so that equal queries are equal cache keys.</summary>
internal abstract record QueryNode
{
    /// <summary>Factor on the score.</summary>
    public float Boost { get; init; } = 1f;
}
