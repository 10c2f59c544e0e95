using System.Numerics;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>Documents of one term, scored by BM25.</summary>
internal sealed class TermMatcher : Matcher
{
    // With so few candidates looking each of them up beats unpacking the window
    private const int FewCandidates = 24;

    private readonly PostingsCursor _postings;
    private readonly LengthReader _lengths;
    private readonly float[]? _norms;
    private readonly float _weight;
    private int _index;
    private int _first = -1;

    /// <summary>Prepares a term.</summary>
    /// <param name="weight">Boost times inverse document frequency times (k1 + 1).</param>
    /// <param name="norms">BM25's length part by length code; null when scores are not wanted or the field has no frequencies.</param>
    public TermMatcher(SegmentField field, int documentCount, int pointer, float weight, float[]? norms)
    {
        _postings = new PostingsCursor(field, documentCount, pointer);
        Cost = documentCount;
        _weight = weight;
        _norms = field.HasPositions ? norms : null;
        _lengths = _norms is null ? default : field.Lengths();
    }

    public override long Cost { get; }

    public override int Next(int from)
    {
        if (!_postings.SkipTo(from))
        {
            return End;
        }
        var docs = _postings.Docs;
        Enter(docs);
        while (docs[_index] < from)
        {
            _index++;
        }
        return docs[_index];
    }

    public override void Fill(Window window)
    {
        if (window.MaskCount <= FewCandidates)
        {
            FillCandidates(window);
            return;
        }
        var end = window.Base + Window.Size;
        for (var doc = Next(window.Base); doc < end;)
        {
            var docs = _postings.Docs;
            var from = _index;
            var to = from;
            for (; to < docs.Length && docs[to] < end; to++)
            {
                var at = docs[to] - window.Base;
                window.Bits[at >> 6] |= 1UL << at;
            }
            Score(window, docs, from, to);
            _index = to;
            if (to < docs.Length || !_postings.NextBlock())
            {
                break;
            }
            doc = Next(_postings.Docs[0]);
        }
    }

    private void Score(Window window, ReadOnlySpan<int> docs, int from, int to)
    {
        var scores = window.Scores;
        if (_norms is null)
        {
            for (var i = from; i < to; i++)
            {
                scores[docs[i] - window.Base] = _weight;
            }
            return;
        }
        var frequencies = _postings.Frequencies;
        for (var i = from; i < to; i++)
        {
            float frequency = frequencies[i];
            scores[docs[i] - window.Base] = _weight * frequency / (frequency + _norms[_lengths.CodeOf(docs[i])]);
        }
    }

    private void FillCandidates(Window window)
    {
        for (var word = 0; word < Window.Words; word++)
        {
            for (var rest = window.Mask[word]; rest != 0; rest &= rest - 1)
            {
                var doc = window.Base + (word * 64) + BitOperations.TrailingZeroCount(rest);
                var next = Next(doc);
                if (next == doc)
                {
                    window.Bits[word] |= rest & (~rest + 1);
                    Score(window, _postings.Docs, _index, _index + 1);
                }
                else if (next >= window.Base + Window.Size)
                {
                    return;
                }
            }
        }
    }

    private void Enter(ReadOnlySpan<int> docs)
    {
        if (_first != docs[0])
        {
            _first = docs[0];
            _index = 0;
        }
    }
}
