using System.Text;
using Purbalingga.Search.Searching;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search;

/// <summary>The index of this project: immutable segments, small ones joined as they come, with snapshots on disk.</summary>
public sealed class SearchIndex : ISearchIndex
{
    private readonly SearchIndexOptions _options;
    private readonly FilterCache _filters;
    private readonly Lock _writing = new();
    private readonly TermCursor _cursor = new();
    private IndexSnapshot _snapshot = new([], 0, 1);

    private SearchIndex(SearchIndexOptions options)
    {
        _options = options;
        _filters = new FilterCache(options.FilterCacheBytes);
    }

    /// <inheritdoc/>
    public long AppliedSequence => Current.Sequence;

    /// <inheritdoc/>
    public long Generation => Current.Generation;

    /// <inheritdoc/>
    public int Count => Current.Count;

    private IndexSnapshot Current => Volatile.Read(ref _snapshot);

    /// <summary>Opens an index: the snapshot in the folder, or an empty one when there is none or it is damaged or of another schema.</summary>
    public static SearchIndex Open(SearchIndexOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new SearchIndex(options);
    }

    /// <inheritdoc/>
    public void Apply(IReadOnlyList<IndexChange> changes, long sequence)
    {
        ArgumentNullException.ThrowIfNull(changes);
        // the last change of an id holds, at its place
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < changes.Count; i++)
        {
            last[Utf8Order.WellFormed(changes[i].Id)] = i;
        }
        var added = changes.Where((c, i) => c.Document is not null && last[Utf8Order.WellFormed(c.Id)] == i).Select(c => c.Document!).ToArray();
        var segment = added.Length == 0 ? null : SegmentBuilder.Build(_options.Schema, added);

        lock (_writing)
        {
            var views = RemoveDocuments(_snapshot.Segments, last.Keys);
            if (segment is not null)
            {
                views.Add(new SegmentView(segment, LiveDocuments.All(segment.Documents)));
                MergeSmall(views);
            }
            Publish(views, sequence);
        }
    }

    /// <inheritdoc/>
    public SearchResult Search(SearchRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Start);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Rows);
        var now = _options.Time.GetUtcNow().UtcDateTime;
        var query = RequestReader.ReadQuery(request, _options.Schema, _options.Limits, now);
        var filters = RequestReader.ReadFilters(request, _options.Schema, _options.Limits, now);
        var context = new SearchContext(Current, _options.Schema, _options.Limits, _options.Time, ct);
        return new SearchExecutor(context, request, query, filters, _filters).Run();
    }

    /// <inheritdoc/>
    public Task SaveAsync(CancellationToken ct = default) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Clear()
    {
        lock (_writing)
        {
            Publish([], 0);
        }
    }

    /// <inheritdoc/>
    public bool Contains(string id)
    {
        var bytes = Encoding.UTF8.GetBytes(SegmentBuilder.CutKeyword(id));
        var cursor = new TermCursor();
        foreach (var (segment, live) in Current.Segments)
        {
            var doc = segment.Find(_options.Schema.IdField, bytes, cursor);
            if (doc >= 0 && live.IsLive(doc))
            {
                return true;
            }
        }
        return false;
    }

    /// <inheritdoc/>
    public IEnumerable<string> Ids() => Ids(Current);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<string> Ids(IndexSnapshot snapshot)
    {
        var cursor = new TermCursor();
        foreach (var (segment, live) in snapshot.Segments)
        {
            if (segment.Field(_options.Schema.IdField) is not { } field)
            {
                continue;
            }
            cursor.Reset(field);
            while (cursor.Next())
            {
                if (live.IsLive(cursor.Pointer))
                {
                    yield return cursor.Text();
                }
            }
        }
    }

    private List<SegmentView> RemoveDocuments(IReadOnlyList<SegmentView> segments, IReadOnlyCollection<string> ids)
    {
        var encoded = ids.Select(id => Encoding.UTF8.GetBytes(SegmentBuilder.CutKeyword(id))).ToArray();
        Array.Sort(encoded, (x, y) => x.AsSpan().SequenceCompareTo(y));
        var views = new List<SegmentView>(segments.Count + 1);
        foreach (var view in segments)
        {
            var docs = new List<int>();
            foreach (var id in encoded)
            {
                var doc = view.Segment.Find(_options.Schema.IdField, id, _cursor);
                if (doc >= 0)
                {
                    docs.Add(doc);
                }
            }
            var live = docs.Count == 0 ? view.Live : view.Live.Without(docs);
            if (live.Count > 0)
            {
                views.Add(ReferenceEquals(live, view.Live) ? view : view with { Live = live });
            }
        }
        return views;
    }

    private static void MergeSmall(List<SegmentView> views)
    {
        // the newest eight of one size become one
        for (var size = 8; size <= 1 << 24; size *= 8)
        {
            var from = views.Count;
            while (from > 0 && views[from - 1].Segment.Documents < size)
            {
                from--;
            }
            if (views.Count - from < 8)
            {
                continue;
            }
            var parts = views.Skip(from).Select(v => (v.Segment, v.Live)).ToArray();
            var (data, _) = SegmentMerger.Merge(parts, CancellationToken.None);
            var merged = new Segment(data, null);
            views.RemoveRange(from, views.Count - from);
            views.Add(new SegmentView(merged, LiveDocuments.All(merged.Documents)));
        }
    }

    private void Publish(List<SegmentView> views, long sequence)
    {
        var before = _snapshot;
        Volatile.Write(ref _snapshot, new IndexSnapshot(views, sequence, before.Generation + 1));
        var gone = before.Segments.Select(s => s.Segment).Except(views.Select(v => v.Segment)).ToArray();
        if (gone.Length > 0)
        {
            _filters.Forget(gone);
        }
    }
}
