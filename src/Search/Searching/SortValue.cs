namespace Purbalingga.Search.Searching;

/// <summary>A sort value that can be compared between segments.</summary>
/// <param name="Rank">Of numbers and scores the rank; of terms the direction, 1 or -1.</param>
/// <param name="Term">UTF-8 bytes of a term; null for numbers and scores.</param>
internal readonly record struct SortValue(long Rank, byte[]? Term) : IComparable<SortValue>
{
    public static SortValue Missing { get; } = new(long.MaxValue, null);

    public int CompareTo(SortValue other)
    {
        if (Term is null || other.Term is null)
        {
            // a missing term comes after any term, whose rank is 1 or -1
            return Rank.CompareTo(other.Rank);
        }
        return Math.Sign(Term.AsSpan().SequenceCompareTo(other.Term)) * Math.Sign(Rank);
    }
}
