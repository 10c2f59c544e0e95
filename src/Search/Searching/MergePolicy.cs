using System.Numerics;

namespace Purbalingga.Search.Searching;

/// <summary>
/// Chooses neighbouring segments to join. Eight of one size become one, never fewer, so every document is written again once for each size, and
/// because only neighbours are joined the documents keep the order in which they were indexed.
/// </summary>
internal static class MergePolicy
{
    private const int Factor = 8;

    // A byte array ends at 2 GB; what is larger than half of it stays as it is
    private const long LargestResult = 1L << 30;

    // From this share of deleted documents on, a segment is rewritten alone
    private const int DeletedPercent = 40;

    /// <summary>Chooses.</summary>
    /// <param name="from">First segment that may be chosen.</param>
    /// <param name="to">End of the segments that may be chosen.</param>
    /// <returns>Start and number of segments; a number of 0 when nothing needs to be done.</returns>
    public static (int Start, int Count) Choose(IReadOnlyList<SegmentView> segments, int from, int to)
    {
        for (var level = 0; level < 12; level++)
        {
            var start = -1;
            var end = 0;
            var ofLevel = 0;
            long size = 0;
            for (var i = from; i < to; i++)
            {
                var own = LevelOf(segments[i].Live.Count);
                if (own > level || (start >= 0 && size + segments[i].Segment.Data.Length > LargestResult))
                {
                    if (ofLevel >= Factor)
                    {
                        break;
                    }
                    start = -1;
                    ofLevel = 0;
                    size = 0;
                }
                if (own != level && start < 0)
                {
                    continue;
                }
                // smaller ones between two of this level go along; those behind the last wait for their own turn
                start = start < 0 ? i : start;
                size += segments[i].Segment.Data.Length;
                if (own == level)
                {
                    ofLevel++;
                    end = i + 1;
                }
            }
            if (ofLevel >= Factor)
            {
                return (start, end - start);
            }
        }
        for (var i = from; i < to; i++)
        {
            if (segments[i].Live.Deleted * 100L > segments[i].Live.Documents * (long)DeletedPercent)
            {
                return (i, 1);
            }
        }
        return (0, 0);
    }

    private static int LevelOf(int documents) => BitOperations.Log2((uint)Math.Max(documents, 1)) / 3;
}
