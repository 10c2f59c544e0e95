using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>One sort key over one segment.</summary>
internal abstract class SortColumn
{
    /// <summary>A number that is smaller for documents that come first; comparable within the segment only. <see cref="long.MaxValue"/> for missing values.</summary>
    public abstract long Rank(int doc, float score);

    /// <summary>Ranks of many documents at once.</summary>
    /// <param name="scores">Scores by document minus <paramref name="start"/>; null when there are none.</param>
    public virtual void Rank(ReadOnlySpan<int> docs, float[]? scores, int start, Span<long> ranks)
    {
        for (var i = 0; i < docs.Length; i++)
        {
            ranks[i] = Rank(docs[i], scores is null ? 0f : scores[docs[i] - start]);
        }
    }

    /// <summary>A value that is comparable between segments.</summary>
    public abstract SortValue Value(int doc, float score);

    /// <summary>Refuses keys that no document can be sorted by.</summary>
    /// <exception cref="UnsupportedSortException">The field has several values.</exception>
    public static void Check(IReadOnlyList<SortKey> keys, IndexSchema schema)
    {
        foreach (var key in keys)
        {
            if (key.Field != "score" && schema.Resolve(key.Field) is { Definition.MultiValued: true } or { Kind: FieldKind.Ngram })
            {
                throw new UnsupportedSortException(key.Field);
            }
        }
    }

    /// <summary>Prepares a key that was checked.</summary>
    public static SortColumn Create(SortKey key, IndexSchema schema, Segment segment)
    {
        if (key.Field == "score")
        {
            return new ScoreColumn(key.Descending);
        }
        var definition = schema.Resolve(key.Field);
        if (definition is null || segment.Field(key.Field) is not { } field || field.Kind != definition.Kind)
        {
            return MissingColumn.Instance;
        }
        return field.Kind is FieldKind.Date or FieldKind.Number
            ? new NumbersColumn(field.Numbers, key.Descending)
            : new TermsColumn(field, key.Descending);
    }

    private sealed class ScoreColumn(bool descending) : SortColumn
    {
        // scores are never negative, so their bits order as they do
        public override long Rank(int doc, float score) => descending ? -BitConverter.SingleToInt32Bits(score) : BitConverter.SingleToInt32Bits(score);

        public override void Rank(ReadOnlySpan<int> docs, float[]? scores, int start, Span<long> ranks)
        {
            for (var i = 0; i < docs.Length; i++)
            {
                var rank = BitConverter.SingleToInt32Bits(scores![docs[i] - start]);
                ranks[i] = descending ? -rank : rank;
            }
        }

        public override SortValue Value(int doc, float score) => new(Rank(doc, score), null);
    }

    private sealed class MissingColumn : SortColumn
    {
        public static MissingColumn Instance { get; } = new();

        public override long Rank(int doc, float score) => long.MaxValue;

        public override SortValue Value(int doc, float score) => SortValue.Missing;
    }

    private sealed class NumbersColumn(NumberColumn numbers, bool descending) : SortColumn
    {
        public override long Rank(int doc, float score)
        {
            if (!numbers.Has(doc))
            {
                return long.MaxValue;
            }
            var rank = descending ? ~numbers.First[doc] : numbers.First[doc];
            return Math.Min(rank, long.MaxValue - 1);
        }

        public override void Rank(ReadOnlySpan<int> docs, float[]? scores, int start, Span<long> ranks)
        {
            if (numbers.Present is not null)
            {
                base.Rank(docs, scores, start, ranks);
                return;
            }
            var first = numbers.First;
            var flip = descending ? -1L : 0L;
            for (var i = 0; i < docs.Length; i++)
            {
                ranks[i] = Math.Min(first[docs[i]] ^ flip, long.MaxValue - 1);
            }
        }

        public override SortValue Value(int doc, float score) => new(Rank(doc, score), null);
    }

    private sealed class TermsColumn(SegmentField field, bool descending) : SortColumn
    {
        private readonly OrdinalColumn _ordinals = field.Ordinals;
        private readonly TermCursor _cursor = new();

        public override long Rank(int doc, float score)
        {
            var ordinal = _ordinals.First[doc];
            return ordinal < 0 ? long.MaxValue : descending ? -ordinal : ordinal;
        }

        public override SortValue Value(int doc, float score)
        {
            var ordinal = _ordinals.First[doc];
            if (ordinal < 0)
            {
                return SortValue.Missing;
            }
            _cursor.Reset(field);
            _cursor.SeekOrdinal(ordinal);
            return new SortValue(descending ? -1 : 1, _cursor.Term.ToArray());
        }
    }
}
