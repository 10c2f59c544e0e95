using System.Numerics;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>Documents with a phrase: first those with all of its words, then their positions are compared.</summary>
internal sealed class PhraseMatcher : Matcher
{
    private readonly BooleanMatcher _words;
    private readonly PositionCursor[] _cursors;
    private readonly int[] _cursorOf;
    private readonly int[] _offsets;
    private readonly int _slop;
    private readonly LengthReader _lengths;
    private readonly float[]? _norms;
    private readonly float _weight;
    private readonly PhraseAlignment _alignment;

    /// <summary>Prepares a phrase.</summary>
    /// <param name="words">Matches documents with all words.</param>
    /// <param name="cursors">One cursor per distinct word.</param>
    /// <param name="cursorOf">For each place of the phrase its word among <paramref name="cursors"/>.</param>
    /// <param name="offsets">For each place its position in the phrase.</param>
    public PhraseMatcher(
        BooleanMatcher words, SegmentField field, PositionCursor[] cursors, int[] cursorOf, int[] offsets, int slop, float weight, float[]? norms)
    {
        _words = words;
        _cursors = cursors;
        _cursorOf = cursorOf;
        _offsets = offsets;
        _slop = slop;
        _weight = weight;
        _norms = norms;
        _lengths = field.Lengths();
        _alignment = new PhraseAlignment(cursorOf, offsets, slop);
    }

    public override long Cost => _words.Cost;

    public override int Next(int from) => _words.Next(from);

    public override void Fill(Window window)
    {
        _words.Fill(window);
        for (var word = 0; word < Window.Words; word++)
        {
            for (var rest = window.Bits[word] & window.Mask[word]; rest != 0; rest &= rest - 1)
            {
                var at = (word * 64) + BitOperations.TrailingZeroCount(rest);
                var doc = window.Base + at;
                var frequency = Frequency(doc);
                if (frequency <= 0)
                {
                    window.Bits[word] &= ~(1UL << at);
                    continue;
                }
                window.Scores[at] = _norms is null ? _weight : _weight * frequency / (frequency + _norms[_lengths.CodeOf(doc)]);
            }
        }
    }

    private float Frequency(int doc)
    {
        foreach (var cursor in _cursors)
        {
            if (!cursor.MoveTo(doc))
            {
                return 0;
            }
        }
        return _slop == 0 ? CountExact() : _alignment.Frequency(_cursors);
    }

    private int CountExact()
    {
        // the rarest word leads; the others are looked up where it says they must be
        var lead = 0;
        for (var i = 1; i < _cursorOf.Length; i++)
        {
            if (_cursors[_cursorOf[i]].Count < _cursors[_cursorOf[lead]].Count)
            {
                lead = i;
            }
        }
        var count = 0;
        foreach (var position in _cursors[_cursorOf[lead]].Positions)
        {
            var start = position - _offsets[lead];
            var isWhole = true;
            for (var i = 0; i < _cursorOf.Length && isWhole; i++)
            {
                isWhole = i == lead || _cursors[_cursorOf[i]].Positions.BinarySearch(start + _offsets[i]) >= 0;
            }
            count += isWhole ? 1 : 0;
        }
        return count;
    }
}
