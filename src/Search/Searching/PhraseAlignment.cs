using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>
/// Places the words of a sloppy phrase. A placement gives every place of the phrase a position of its word, no position twice;
/// its cost is the largest minus the smallest shift (position minus place), and it must not exceed the slop.
/// </summary>
internal sealed class PhraseAlignment(int[] cursorOf, int[] offsets, int slop)
{
    private readonly int[] _index = new int[cursorOf.Length];

    /// <summary>Sum of 1 / (1 + cost) over placements that do not share their first word; 0 when there is none.</summary>
    public float Frequency(PositionCursor[] cursors)
    {
        Array.Clear(_index);
        float frequency = 0;
        while (true)
        {
            if (!MakeDistinct(cursors))
            {
                return frequency;
            }
            var smallest = 0;
            var low = int.MaxValue;
            var high = int.MinValue;
            for (var i = 0; i < cursorOf.Length; i++)
            {
                var shift = ShiftOf(cursors, i);
                if (shift < low)
                {
                    low = shift;
                    smallest = i;
                }
                high = Math.Max(high, shift);
            }
            if (high - low <= slop)
            {
                frequency += 1f / (1 + high - low);
            }
            if (++_index[smallest] >= cursors[cursorOf[smallest]].Count)
            {
                return frequency;
            }
        }
    }

    private int ShiftOf(PositionCursor[] cursors, int place) => cursors[cursorOf[place]].Positions[_index[place]] - offsets[place];

    // A word that stands twice in the phrase must stand twice in the text: the later place moves on
    private bool MakeDistinct(PositionCursor[] cursors)
    {
        for (var later = 1; later < cursorOf.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (cursorOf[earlier] != cursorOf[later] || _index[earlier] < _index[later])
                {
                    continue;
                }
                _index[later] = _index[earlier] + 1;
                if (_index[later] >= cursors[cursorOf[later]].Count)
                {
                    return false;
                }
            }
        }
        return true;
    }
}
