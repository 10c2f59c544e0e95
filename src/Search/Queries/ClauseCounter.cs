using System.Globalization;

namespace Purbalingga.Search.Queries;

/// <summary>Counts the clauses of one query text against the limit.</summary>
internal sealed class ClauseCounter(SearchLimits limits)
{
    private int _count;

    /// <summary>Counts one clause.</summary>
    /// <exception cref="SearchLimitException">One too many.</exception>
    public void Add()
    {
        if (++_count > limits.MaxClauses)
        {
            throw new SearchLimitException(string.Create(CultureInfo.InvariantCulture, $"maxClauseCount is set to {limits.MaxClauses}"));
        }
    }
}
