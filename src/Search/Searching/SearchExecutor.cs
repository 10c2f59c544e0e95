using System.Numerics;
using Purbalingga.Search.Queries;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>Runs one search over one state of the index.</summary>
internal sealed class SearchExecutor(SearchContext context, SearchRequest request, QueryNode query, List<SearchFilter> filters, FilterCache cache, GlobalOrdinalsCache ordinals)
{
    // Time is looked at once in so many windows
    private const int WindowsBetweenChecks = 16;

    private readonly IndexSnapshot _snapshot = context.Snapshot;
    private readonly int _wanted = (int)Math.Min((long)request.Start + request.Rows, context.Snapshot.Count);
    private readonly IReadOnlyList<SortKey> _sort = SortOf(request, query);
    private readonly int[] _docs = context.Windows.Docs;
    private readonly ulong[] _mask = new ulong[Window.Words];
    private readonly List<TopHits> _tops = [];
    private int _count;

    public SearchResult Run()
    {
        var wantsHits = request.Rows > 0;
        var scores = wantsHits && (_sort.Any(s => s.Field == "score") || request.Fields.Contains("score"));
        if (wantsHits)
        {
            SortColumn.Check(_sort, context.Schema);
        }
        var facets = request.Facets.Select(f => new FacetCounter(f, ordinals.Get(_snapshot, f.Field))).ToArray();
        try
        {
            var candidates = new List<SegmentHits>();
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
            foreach (var top in _tops)
            {
                top.Dispose();
            }
        }
    }

    private void SearchSegment(int index, bool scores, bool wantsHits, FacetCounter[] facets, List<SegmentHits> candidates)
    {
        var (segment, live) = _snapshot.Segments[index];
        if (live.Count == 0 || new QueryCompiler(context, index, scores).Compile(query) is not { } matcher)
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

        var columns = wantsHits ? _sort.Select(s => SortColumn.Create(s, context.Schema, segment)).ToArray() : [];
        var top = wantsHits && _wanted > 0 ? new TopHits(_wanted, columns, context.Windows.Ranks) : null;
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
                top.Offer(found, scores ? window.Scores : null, start);
            }
            if (!hasBegun)
            {
                hasBegun = true;
                foreach (var facet in facets)
                {
                    facet.Begin(segment);
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
            _tops.Add(top);
            candidates.Add(new SegmentHits(index, top.InOrder(), columns));
        }
    }

    // Without a query all scores are alike, and comparing them would only cost time
    private static IReadOnlyList<SortKey> SortOf(SearchRequest request, QueryNode query)
    {
        var sort = query is AllNode ? [.. request.Sort.Where(s => s.Field != "score")] : request.Sort;
        return sort.Count > 0 ? sort : query is AllNode ? [] : [SortKey.Score];
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

    // The segments' best hits are each in order; only the values at their heads are compared
    private List<SearchHit> MakePage(List<SegmentHits> segments)
    {
        var page = new List<SearchHit>(Math.Min(request.Rows, 1000));
        var wanted = request.Fields.Contains("*") ? null : request.Fields.ToHashSet(StringComparer.Ordinal);
        var heads = new PriorityQueue<SegmentHits, SegmentHits>();
        foreach (var segment in segments)
        {
            if (segment.MoveNext())
            {
                heads.Enqueue(segment, segment);
            }
        }
        for (var at = 0; at < _wanted && heads.TryDequeue(out var head, out _); at++)
        {
            if (at >= request.Start)
            {
                page.Add(MakeHit(head.SegmentIndex, head.Doc, head.Score, wanted));
            }
            if (head.MoveNext())
            {
                heads.Enqueue(head, head);
            }
        }
        return page;
    }

    private SearchHit MakeHit(int segmentIndex, int doc, float score, HashSet<string>? wanted)
    {
        var segment = _snapshot.Segments[segmentIndex].Segment;
        var field = segment.Field(context.Schema.IdField)!;
        var cursor = new TermCursor();
        cursor.Reset(field);
        cursor.SeekOrdinal(field.Ordinals.First[doc]);
        var id = cursor.Text();
        if (request.Fields.Count == 0)
        {
            return new SearchHit(id, score, null);
        }
        var stored = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        segment.ReadStored(doc, wanted, stored);
        if (wanted is null || wanted.Contains(context.Schema.IdField))
        {
            stored[context.Schema.IdField] = [id];
        }
        return new SearchHit(id, score, stored);
    }
}
