namespace Purbalingga.Search.Queries;

/// <summary>All of the required clauses, none of the excluded ones, at least so many of the optional ones.</summary>
/// <param name="MinimumShould">Optional clauses that must match; without required clauses never less than one.</param>
internal sealed record BooleanNode(IReadOnlyList<(Occur Occur, QueryNode Query)> Clauses, int MinimumShould = 0) : QueryNode
{
    /// <summary>Whether there are clauses and all of them exclude.</summary>
    public bool IsPurelyNegative => Clauses.Count > 0 && Clauses.All(c => c.Occur == Occur.MustNot);
}
