using System.Text;
using Purbalingga.Search.Queries;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>Prepares a query for one segment.</summary>
/// <param name="scores">Whether scores are wanted.</param>
internal sealed class QueryCompiler(SearchContext context, int segmentIndex, bool scores)
{
    private readonly SegmentView _view = context.Snapshot.Segments[segmentIndex];

    /// <summary>Prepares a query.</summary>
    /// <param name="boost">Factor on all scores from the queries around it.</param>
    /// <returns>Null when no document of the segment can match.</returns>
    public Matcher? Compile(QueryNode query, float boost = 1f)
    {
        boost *= query.Boost;
        return query switch
        {
            AllNode => new AllMatcher(_view.Segment.Documents, boost),
            NoneNode => null,
            TermNode term => CompileTerm(term, boost),
            AnyOfNode any => CompileAnyOf(any, boost),
            PhraseNode phrase => CompilePhrase(phrase, boost),
            PatternNode pattern => CompilePattern(pattern, boost),
            FuzzyNode fuzzy => Compile(context.Expand(fuzzy), boost),
            TermRangeNode range => CompileTermRange(range, boost),
            NumberRangeNode range => Field(range.Field) is { Kind: FieldKind.Date or FieldKind.Number } field && range.From <= range.To
                ? new NumberRangeMatcher(field.Numbers, range.From, range.To, boost)
                : null,
            ExistsNode exists => CompileExists(exists, boost),
            BooleanNode boolean => CompileBoolean(boolean, boost),
            DisjunctionNode disjunction => CompileDisjunction(disjunction, boost),
            _ => throw new InvalidOperationException($"Unknown query {query.GetType().Name}"),
        };
    }

    private SegmentField? Field(string name) => _view.Segment.Field(name);

    private ulong[] NewBits() => new ulong[(_view.Segment.Documents + Window.Size - 1) / Window.Size * Window.Words];

    private TermMatcher? CompileTerm(TermNode node, float boost)
    {
        var term = context.Schema.Resolve(node.Field)?.Kind == FieldKind.Keyword ? SegmentBuilder.CutKeyword(node.Term) : node.Term;
        var places = context.Places(node.Field, term);
        var (documents, _, pointer) = places.InSegments[segmentIndex];
        if (documents == 0)
        {
            return null;
        }
        var field = Field(node.Field)!;
        var weight = scores ? boost * context.Weight(node.Field, places.Documents) : 0f;
        if (scores && !field.HasPositions)
        {
            // a value without length or repetition scores as one word in a text of average length
            weight /= 2.2f;
        }
        return new TermMatcher(field, documents, pointer, weight, scores && field.HasPositions ? context.Norms(node.Field) : null);
    }

    private BitsMatcher? CompileAnyOf(AnyOfNode node, float boost)
    {
        if (Field(node.Field) is not { } field)
        {
            return null;
        }
        ulong[]? bits = null;
        var cursor = new TermCursor();
        foreach (var value in node.Values)
        {
            cursor.Reset(field);
            if (cursor.SeekExact(Encoding.UTF8.GetBytes(SegmentBuilder.CutKeyword(value))))
            {
                AddPostings(bits ??= NewBits(), field, cursor);
            }
        }
        return bits is null ? null : new BitsMatcher(bits, boost);
    }

    private PhraseMatcher? CompilePhrase(PhraseNode node, float boost)
    {
        var distinct = new Dictionary<string, int>(StringComparer.Ordinal);
        var cursors = new List<PositionCursor>();
        var words = new List<Matcher>();
        var cursorOf = new int[node.Terms.Count];
        var offsets = new int[node.Terms.Count];
        var weight = 0f;
        for (var i = 0; i < node.Terms.Count; i++)
        {
            var (term, position) = node.Terms[i];
            var places = context.Places(node.Field, term);
            var (documents, occurrences, pointer) = places.InSegments[segmentIndex];
            if (documents == 0 || Field(node.Field) is not { HasPositions: true } field)
            {
                return null;
            }
            weight += scores ? boost * context.Weight(node.Field, places.Documents) : 0f;
            offsets[i] = position;
            if (!distinct.TryGetValue(term, out cursorOf[i]))
            {
                cursorOf[i] = cursors.Count;
                distinct.Add(term, cursors.Count);
                cursors.Add(new PositionCursor(field, documents, occurrences, pointer));
                words.Add(new TermMatcher(field, documents, pointer, 0f, null));
            }
        }
        return new PhraseMatcher(
            new BooleanMatcher(words, [], [], 0, false, context.Windows),
            Field(node.Field)!, [.. cursors], cursorOf, offsets, node.Slop, weight, scores ? context.Norms(node.Field) : null);
    }

    private BitsMatcher? CompilePattern(PatternNode node, float boost)
    {
        if (Field(node.Field) is not { } field)
        {
            return null;
        }
        var pattern = new TermPattern(node.Kind, node.Pattern);
        ulong[]? bits = null;
        var cursor = new TermCursor();
        cursor.Reset(field);
        var visited = 0;
        for (var more = cursor.SeekCeiling(pattern.Prefix); more && cursor.Term.StartsWith(pattern.Prefix); more = cursor.Next())
        {
            if ((++visited & 0x3FF) == 0)
            {
                context.CheckTime();
            }
            if (pattern.Matches(cursor.Term))
            {
                context.AddExpansion();
                AddPostings(bits ??= NewBits(), field, cursor);
            }
        }
        return bits is null ? null : new BitsMatcher(bits, boost);
    }

    private BitsMatcher? CompileTermRange(TermRangeNode node, float boost)
    {
        if (Field(node.Field) is not { } field)
        {
            return null;
        }
        var from = Encoding.UTF8.GetBytes(node.From ?? "");
        var to = node.To is null ? null : Encoding.UTF8.GetBytes(node.To);
        ulong[]? bits = null;
        var cursor = new TermCursor();
        cursor.Reset(field);
        for (var more = cursor.SeekCeiling(from); more; more = cursor.Next())
        {
            var order = to is null ? -1 : cursor.Term.SequenceCompareTo(to);
            if (order > 0 || (order == 0 && !node.IncludesTo))
            {
                break;
            }
            if (node.From is not null && !node.IncludesFrom && cursor.Term.SequenceEqual(from))
            {
                continue;
            }
            context.AddExpansion();
            AddPostings(bits ??= NewBits(), field, cursor);
        }
        return bits is null ? null : new BitsMatcher(bits, boost);
    }

    private BitsMatcher? CompileExists(ExistsNode node, float boost)
    {
        if (Field(node.Field) is not { } field)
        {
            return null;
        }
        var bits = NewBits();
        switch (field.Kind)
        {
            case FieldKind.Text:
                foreach (var (doc, _) in field.AllLengths())
                {
                    bits[doc >> 6] |= 1UL << doc;
                }
                break;
            case FieldKind.Date or FieldKind.Number:
                var numbers = field.Numbers;
                for (var doc = 0; doc < _view.Segment.Documents; doc++)
                {
                    bits[doc >> 6] |= (numbers.Has(doc) ? 1UL : 0UL) << doc;
                }
                break;
            default:
                var first = field.Ordinals.First;
                for (var doc = 0; doc < first.Length; doc++)
                {
                    bits[doc >> 6] |= (first[doc] >= 0 ? 1UL : 0UL) << doc;
                }
                break;
        }
        return new BitsMatcher(bits, boost);
    }

    private Matcher? CompileBoolean(BooleanNode node, float boost)
    {
        var must = new List<Matcher>();
        var should = new List<Matcher>();
        var mustNot = new List<Matcher>();
        var optional = 0;
        foreach (var (occur, query) in node.Clauses)
        {
            optional += occur == Occur.Should ? 1 : 0;
            var matcher = Compile(query, boost);
            switch (occur)
            {
                case Occur.Must when matcher is null:
                    return null;
                case Occur.Must:
                    must.Add(matcher);
                    break;
                case Occur.Should when matcher is not null:
                    should.Add(matcher);
                    break;
                case Occur.MustNot when matcher is not null:
                    mustNot.Add(matcher);
                    break;
            }
        }
        var hasRequired = must.Count > 0;
        var minimum = hasRequired ? node.MinimumShould : Math.Max(node.MinimumShould, 1);
        if (should.Count < minimum)
        {
            return null;
        }
        if (must.Count + should.Count == 1 && mustNot.Count == 0)
        {
            return hasRequired ? must[0] : should[0];
        }
        return new BooleanMatcher(must, should, mustNot, minimum, scores, context.Windows);
    }

    private Matcher? CompileDisjunction(DisjunctionNode node, float boost)
    {
        var matchers = node.Queries.Select(q => Compile(q, boost)).OfType<Matcher>().ToArray();
        return matchers.Length switch
        {
            0 => null,
            1 => matchers[0],
            _ => new DisjunctionMatcher(matchers, node.TieBreaker, scores, context.Windows),
        };
    }

    private static void AddPostings(ulong[] bits, SegmentField field, TermCursor cursor)
    {
        if (cursor.DocumentCount == 1 && !field.HasPositions)
        {
            bits[cursor.Pointer >> 6] |= 1UL << cursor.Pointer;
            return;
        }
        var postings = new PostingsCursor(field, cursor.DocumentCount, cursor.Pointer);
        while (postings.NextBlock())
        {
            foreach (var doc in postings.Docs)
            {
                bits[doc >> 6] |= 1UL << doc;
            }
        }
    }
}
