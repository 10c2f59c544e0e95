using System.Numerics;
using Purbalingga.Search.Queries;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>Runs one search over one state of the index.</summary>
internal sealed class SearchExecutor(SearchContext context, SearchRequest request, QueryNode query, List<SearchFilter> filters, FilterCache cache)
{
    // Time is looked at once in so many windows
    private const int WindowsBetweenChecks = 16;

    private readonly IndexSnapshot _snapshot = context.Snapshot;
    private readonly int _wanted = (int)Math.Min((long)request.Start + request.Rows, context.Snapshot.Count);
    private readonly IReadOnlyList<SortKey> _sort = request.Sort.Count == 0 ? [SortKey.Score] : request.Sort;
    private readonly int[] _docs = new int[Window.Size];
    private readonly ulong[] _mask = new ulong[Window.Words];
    private int _count;

    public SearchResult Run()
    {
        var wantsHits = request.Rows > 0;
        var scores = wantsHits && (_sort.Any(s => s.Field == "score") || request.Fields.Contains("score"));
        var facets = request.Facets.Select(f => new FacetCounter(f, _snapshot.Segments.Count)).ToArray();
        try
        {
            var candidates = new List<Candidate>();
            for (var i = 0; i < _snapshot.Segments.Count; i++)
            {
                SearchSegment(i, scores, wantsHits, facets, candidates);
            }
            var results = facets.Select(f => f.Finish()).ToArray();
            return new SearchResult(_count, wantsHits ? MakePage(candidates) : [], results, _snapshot.Generation);
        }
        finally
        {
            foreach (var facet in facets)
            {
                facet.Dispose();
            }
        }
    }

    private void SearchSegment(int index, bool scores, bool wantsHits, FacetCounter[] facets, List<Candidate> candidates)
    {
        var (segment, live) = _snapshot.Segments[index];
        // made even when nothing is found, so that a sort that cannot be is always refused
        var columns = wantsHits ? _sort.Select(s => SortColumn.Create(s, context.Schema, segment)).ToArray() : [];
        if (live.Count == 0)
        {
            return;
        }
        var sets = new ulong[filters.Count][];
        for (var i = 0; i < sets.Length; i++)
        {
            if (FilterBits(filters[i], index) is not { } bits)
            {
                return;
            }
            sets[i] = bits;
        }
        if (new QueryCompiler(context, index, scores).Compile(query) is not { } matcher)
        {
            return;
        }

        var top = wantsHits && _wanted > 0 ? new TopHits(_wanted, columns) : null;
        var hasBegun = false;
        var window = context.Windows.Rent();
        var windows = 0;
        for (var doc = matcher.Next(0); doc < segment.Documents; doc = window.Base + Window.Size < segment.Documents ? matcher.Next(window.Base + Window.Size) : Matcher.End)
        {
            if (++windows % WindowsBetweenChecks == 0)
            {
                context.CheckTime();
            }
            var start = doc / Window.Size * Window.Size;
            window.Base = start;
            if (!MakeMask(start, segment.Documents, live, sets))
            {
                continue;
            }
            window.Start(start, _mask);
            matcher.Fill(window);
            var found = Collect(window);
            if (found.IsEmpty)
            {
                continue;
            }
            _count += found.Length;
            if (top is not null)
            {
                foreach (var hit in found)
                {
                    top.Offer(hit, scores ? window.Scores[hit - start] : 0f);
                }
            }
            if (!hasBegun)
            {
                hasBegun = true;
                foreach (var facet in facets)
                {
                    facet.Begin(index, segment);
                }
            }
            foreach (var facet in facets)
            {
                facet.Count(found);
            }
        }
        context.Windows.Return(window);
        if (top is not null)
        {
            foreach (var (_, doc, score) in top.Hits)
            {
                candidates.Add(new Candidate(index, doc, score, columns));
            }
        }
    }

    private bool MakeMask(int start, int documents, LiveDocuments live, ulong[][] sets)
    {
        if (live.Page(start / LiveDocuments.PageSize) is { } page)
        {
            page.CopyTo(_mask, 0);
        }
        else
        {
            _mask.AsSpan().Fill(ulong.MaxValue);
        }
        foreach (var set in sets)
        {
            var words = set.AsSpan(start >> 6, Window.Words);
            for (var i = 0; i < Window.Words; i++)
            {
                _mask[i] &= words[i];
            }
        }
        var rest = documents - start;
        for (var word = rest >> 6; word < Window.Words; word++)
        {
            _mask[word] &= word > rest >> 6 ? 0 : (1UL << (rest & 63)) - 1;
        }
        return _mask.AsSpan().ContainsAnyExcept(0UL);
    }

    private ReadOnlySpan<int> Collect(Window window)
    {
        var count = 0;
        for (var word = 0; word < Window.Words; word++)
        {
            for (var rest = window.Bits[word] & _mask[word]; rest != 0; rest &= rest - 1)
            {
                _docs[count++] = window.Base + (word * 64) + BitOperations.TrailingZeroCount(rest);
            }
        }
        return _docs.AsSpan(0, count);
    }

    /// <summary>Documents that a filter lets through, deleted ones included; null for none.</summary>
    private ulong[]? FilterBits(SearchFilter filter, int index)
    {
        var segment = _snapshot.Segments[index].Segment;
        if (filter.CacheKey is not null && cache.TryGet(segment, filter.CacheKey, out var cached))
        {
            return cached.Length == 0 ? null : cached;
        }
        var bits = EvaluateFilter(filter.Query, index);
        if (filter.CacheKey is not null)
        {
            cache.Put(segment, filter.CacheKey, bits ?? []);
        }
        return bits;
    }

    private ulong[]? EvaluateFilter(QueryNode filter, int index)
    {
        var documents = _snapshot.Segments[index].Segment.Documents;
        if (new QueryCompiler(context, index, scores: false).Compile(filter) is not { } matcher)
        {
            return null;
        }
        ulong[]? bits = null;
        var all = new ulong[Window.Words];
        all.AsSpan().Fill(ulong.MaxValue);
        var window = context.Windows.Rent();
        for (var doc = matcher.Next(0); doc < documents; doc = matcher.Next(window.Base + Window.Size))
        {
            context.CheckTime();
            window.Start(doc / Window.Size * Window.Size, all);
            matcher.Fill(window);
            bits ??= new ulong[(documents + Window.Size - 1) / Window.Size * Window.Words];
            window.Bits.CopyTo(bits, window.Base >> 6);
        }
        context.Windows.Return(window);
        return bits;
    }

    private SearchHit[] MakePage(List<Candidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            candidate.LoadValues();
        }
        candidates.Sort();
        var page = candidates.Skip(request.Start).Take(request.Rows);
        var wanted = request.Fields.Contains("*") ? null : request.Fields.ToHashSet(StringComparer.Ordinal);
        return [.. page.Select(c => MakeHit(c, wanted))];
    }

    private SearchHit MakeHit(Candidate candidate, HashSet<string>? wanted)
    {
        var segment = _snapshot.Segments[candidate.SegmentIndex].Segment;
        var field = segment.Field(context.Schema.IdField)!;
        var cursor = new TermCursor();
        cursor.Reset(field);
        cursor.SeekOrdinal(field.Ordinals.First[candidate.Doc]);
        var id = cursor.Text();
        if (request.Fields.Count == 0)
        {
            return new SearchHit(id, candidate.Score, null);
        }
        var stored = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        segment.ReadStored(candidate.Doc, wanted, stored);
        if (wanted is null || wanted.Contains(context.Schema.IdField))
        {
            stored[context.Schema.IdField] = [id];
        }
        return new SearchHit(id, candidate.Score, stored);
    }

    private sealed class Candidate(int segmentIndex, int doc, float score, SortColumn[] columns) : IComparable<Candidate>
    {
        private readonly SortValue[] _values = new SortValue[columns.Length];

        public int SegmentIndex => segmentIndex;

        public int Doc => doc;

        public float Score => score;

        public void LoadValues()
        {
            for (var i = 0; i < _values.Length; i++)
            {
                _values[i] = columns[i].Value(doc, score);
            }
        }

        public int CompareTo(Candidate? other)
        {
            for (var i = 0; i < _values.Length; i++)
            {
                var order = _values[i].CompareTo(other!._values[i]);
                if (order != 0)
                {
                    return order;
                }
            }
            return SegmentIndex != other!.SegmentIndex ? SegmentIndex.CompareTo(other.SegmentIndex) : Doc.CompareTo(other.Doc);
        }
    }
}
