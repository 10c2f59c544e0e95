namespace Purbalingga.Search.Segments;

/// <summary>Numbers by document.</summary>
internal sealed class NumberColumn
{
    private NumberColumn(long[] first, ulong[]? present, Dictionary<int, long[]>? others)
    {
        First = first;
        Present = present;
        Others = others;
    }

    /// <summary>Lowest number of each document.</summary>
    public long[] First { get; }

    /// <summary>A bit per document that has a number; null when all have.</summary>
    public ulong[]? Present { get; }

    /// <summary>All numbers of the documents that have several; null when none has.</summary>
    public Dictionary<int, long[]>? Others { get; }

    public bool Has(int doc) => Present is null || (Present[doc >> 6] >> doc & 1) != 0;

    public static NumberColumn Build(SegmentField field)
    {
        var first = new long[field.Documents];
        var present = new ulong[(field.Documents + 63) / 64];
        Dictionary<int, long[]>? others = null;
        var count = 0;
        foreach (var (doc, value) in field.AllNumbers())
        {
            if ((present[doc >> 6] >> doc & 1) == 0)
            {
                present[doc >> 6] |= 1UL << doc;
                first[doc] = value;
                count++;
                continue;
            }
            others ??= [];
            others[doc] = [.. others.GetValueOrDefault(doc) ?? [first[doc]], value];
        }
        return new NumberColumn(first, count == field.Documents ? null : present, others);
    }
}
