using System.Text;
using Purbalingga.Search.Searching;
using Purbalingga.Search.Segments;
using Purbalingga.Search.Storage;

namespace Purbalingga.Search;

/// <summary>
/// The index of this project. Every change becomes a small immutable segment; small segments are joined in memory as they come, written
/// to a file when there are enough of them, and files are joined in the background. A search takes the list of segments that holds when
/// it starts and is not disturbed by anything that happens later.
/// </summary>
public sealed class SearchIndex : ISearchIndex
{
    // Merges up to this many documents are done at once by the writer; larger ones in the background
    private const int LargestImmediateMerge = 128;

    // With more segments than this the writer waits for the merge: searches would slow down
    private const int MostMemorySegments = 64;

    private readonly SearchIndexOptions _options;
    private readonly FilterCache _filters;
    private readonly GlobalOrdinalsCache _ordinals = new();
    private readonly SnapshotFolder? _folder;
    private readonly Lock _writing = new();
    private readonly SemaphoreSlim _memoryMerge = new(1, 1);
    private readonly SemaphoreSlim _work = new(0);
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _fileMerge = new(1, 1);
    private readonly HashSet<string> _unlistedFiles = new(StringComparer.Ordinal);

    // Segments that a merge under way will replace; the writer must leave them as they are
    private readonly HashSet<Segment> _merging = [];
    private readonly TermCursor _cursor = new();
    private readonly Task _background;
    private IndexSnapshot _snapshot;
    private (long Sequence, IReadOnlyList<SegmentView> Views) _saved;

    private SearchIndex(SearchIndexOptions options)
    {
        _options = options;
        _filters = new FilterCache(options.FilterCacheBytes);
        var segments = (IReadOnlyList<SegmentView>)[];
        long sequence = 0;
        if (options.Folder is not null)
        {
            _folder = new SnapshotFolder(options.Folder);
            _folder.DeleteTemporary();
            (segments, sequence) = _folder.Read(options.Schema.Fingerprint, out var problem);
            Problem = problem;
        }
        _snapshot = new IndexSnapshot(segments, sequence, 1);
        _saved = (sequence, segments);
        _background = Task.Run(MaintainAsync);
        _work.Release();
    }

    /// <inheritdoc/>
    public long AppliedSequence => Current.Sequence;

    /// <inheritdoc/>
    public long Generation => Current.Generation;

    /// <inheritdoc/>
    public int Count => Current.Count;

    /// <summary>Why the snapshot in the folder was not used, for the log; null when it was, or when there was none.</summary>
    public string? Problem { get; }

    internal IReadOnlyList<SegmentView> Segments => Current.Segments;

    private IndexSnapshot Current => Volatile.Read(ref _snapshot);

    /// <summary>Opens an index: the snapshot in the folder, or an empty one when there is none or it is damaged or of another schema.</summary>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public static SearchIndex Open(SearchIndexOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new SearchIndex(options);
    }

    /// <inheritdoc/>
    public PreparedChanges Prepare(IReadOnlyList<IndexChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        // the last change of an id holds, at its place
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < changes.Count; i++)
        {
            last[Utf8Order.WellFormed(changes[i].Id)] = i;
        }
        var added = new List<IndexDocument>(changes.Count);
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].Document is { } document && last[Utf8Order.WellFormed(document.Id)] == i)
            {
                added.Add(document);
            }
        }
        return new PreparedChanges(last.Keys, added.Count == 0 ? null : SegmentBuilder.Build(_options.Schema, added));
    }

    /// <inheritdoc/>
    public void Apply(IReadOnlyList<IndexChange> changes, long sequence) => Apply(Prepare(changes), sequence);

    /// <inheritdoc/>
    public void Apply(PreparedChanges changes, long sequence)
    {
        ArgumentNullException.ThrowIfNull(changes);
        bool needsWork;
        lock (_writing)
        {
            var views = RemoveDocuments(_snapshot.Segments, changes.Ids);
            if (changes.Added is { } segment)
            {
                views.Add(new SegmentView(segment, LiveDocuments.All(segment.Documents)));
            }
            needsWork = MergeAtOnce(views);
            Publish(views, sequence);
        }
        if (needsWork && _work.CurrentCount == 0)
        {
            _work.Release();
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
        var windows = WindowPool.Take();
        try
        {
            var context = new SearchContext(Current, _options.Schema, _options.Limits, _options.Time, windows, ct);
            return new SearchExecutor(context, request, query, filters, _filters, _ordinals).Run();
        }
        finally
        {
            windows.Leave();
        }
    }

    /// <inheritdoc/>
    public async Task SaveAsync(CancellationToken ct = default)
    {
        if (_folder is null)
        {
            return;
        }
        await _memoryMerge.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var (snapshot, first, count) = BeginMerge(views => (FirstInMemory(views), views.Count - FirstInMemory(views)));
            var views = snapshot.Segments.Take(first).ToList();
            if (count > 0 && await MergeAsync(snapshot, first, count, toFile: true, ct).ConfigureAwait(false) is { } merged)
            {
                views.Add(new SegmentView(merged, LiveDocuments.All(merged.Documents)));
            }
            if (count == 0 && snapshot.Sequence == _saved.Sequence && views.SequenceEqual(_saved.Views))
            {
                return;
            }
            await _folder.WriteManifestAsync(_options.Schema.Fingerprint, snapshot.Sequence, views, ct).ConfigureAwait(false);
            _saved = (snapshot.Sequence, views);

            var keep = views.Select(v => v.Segment.File!).ToHashSet(StringComparer.Ordinal);
            lock (_writing)
            {
                keep.UnionWith(_snapshot.Segments.Select(v => v.Segment.File).OfType<string>());
                keep.UnionWith(_unlistedFiles);
            }
            _folder.DeleteOthers(keep);
        }
        finally
        {
            _memoryMerge.Release();
        }
    }

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

    /// <summary>Waits until nothing is left to be merged; for tests and measurements.</summary>
    internal async Task SettleAsync(CancellationToken ct)
    {
        while (await MaintainOnceAsync(ct).ConfigureAwait(false))
        {
        }
    }

    /// <summary>Stops the background work. What was not saved is not saved by this.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await _background.ConfigureAwait(false);
        _closing.Dispose();
        _work.Dispose();
        _memoryMerge.Dispose();
        _fileMerge.Dispose();
    }

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
        var views = new List<SegmentView>(segments.Count + 1);
        foreach (var view in segments)
        {
            List<int>? docs = null;
            foreach (var id in encoded)
            {
                var doc = view.Segment.Find(_options.Schema.IdField, id, _cursor);
                if (doc >= 0)
                {
                    (docs ??= []).Add(doc);
                }
            }
            var live = docs is null ? view.Live : view.Live.Without(docs);
            if (live.Count > 0)
            {
                views.Add(ReferenceEquals(live, view.Live) ? view : view with { Live = live });
            }
        }
        return views;
    }

    // Segments that the next save or flush writes to a file; they are always the last ones
    private int FirstInMemory(IReadOnlyList<SegmentView> segments)
    {
        var first = segments.Count;
        while (first > 0 && segments[first - 1].Segment.File is null
            && (_folder is not null || segments[first - 1].Segment.Documents < _options.FlushAfterDocuments))
        {
            first--;
        }
        return first;
    }

    /// <summary>Does the small merges in place.</summary>
    /// <returns>Whether there is work for the background.</returns>
    private bool MergeAtOnce(List<SegmentView> views)
    {
        while (true)
        {
            var first = FirstInMemory(views);
            var free = Math.Max(first, views.FindLastIndex(v => _merging.Contains(v.Segment)) + 1);
            var (start, count) = MergePolicy.Choose(views, free, views.Count);
            if (count == 0)
            {
                return MergePolicy.Choose(views, 0, first).Count > 0
                    || views.Skip(first).Sum(v => v.Live.Count) >= _options.FlushAfterDocuments;
            }
            var parts = views.GetRange(start, count);
            if (parts.Sum(p => p.Live.Count) > LargestImmediateMerge && views.Count - first <= MostMemorySegments)
            {
                return true;
            }
            var (data, _) = SegmentMerger.Merge(parts.ConvertAll(p => (p.Segment, p.Live)), CancellationToken.None);
            var merged = new Segment(data);
            views.RemoveRange(start, count);
            views.Insert(start, new SegmentView(merged, LiveDocuments.All(merged.Documents)));
        }
    }

    private async Task MaintainAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                await _work.WaitAsync(_closing.Token).ConfigureAwait(false);
                await SettleAsync(_closing.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                return;
            }
            catch (IOException error)
            {
                // the segments stay in memory and are tried again with the next change; a save reports the same error to its caller
                _options.OnBackgroundError?.Invoke(error);
            }
            catch (UnauthorizedAccessException error)
            {
                _options.OnBackgroundError?.Invoke(error);
            }
        }
    }

    /// <summary>Does the next merge that is due.</summary>
    /// <returns>Whether there was one.</returns>
    private async Task<bool> MaintainOnceAsync(CancellationToken ct)
    {
        await _memoryMerge.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var toFile = false;
            var (snapshot, start, count) = BeginMerge(views =>
            {
                var first = FirstInMemory(views);
                toFile = views.Skip(first).Sum(v => v.Live.Count) >= _options.FlushAfterDocuments;
                return toFile ? (first, views.Count - first) : MergePolicy.Choose(views, first, views.Count);
            });
            if (count > 0)
            {
                await MergeAsync(snapshot, start, count, toFile, ct).ConfigureAwait(false);
                return true;
            }
        }
        finally
        {
            _memoryMerge.Release();
        }

        // segments in files are joined apart, so that a save need not wait for it
        await _fileMerge.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var (snapshot, start, count) = BeginMerge(views => MergePolicy.Choose(views, 0, FirstInMemory(views)));
            if (count == 0)
            {
                return false;
            }
            await MergeAsync(snapshot, start, count, toFile: true, ct).ConfigureAwait(false);
            return true;
        }
        finally
        {
            _fileMerge.Release();
        }
    }

    /// <summary>Chooses segments of the state that holds now and keeps the writer's hands off them until <see cref="MergeAsync"/> has ended.</summary>
    private (IndexSnapshot Snapshot, int Start, int Count) BeginMerge(Func<IReadOnlyList<SegmentView>, (int Start, int Count)> choose)
    {
        lock (_writing)
        {
            var (start, count) = choose(_snapshot.Segments);
            for (var i = start; i < start + count; i++)
            {
                _merging.Add(_snapshot.Segments[i].Segment);
            }
            return (_snapshot, start, count);
        }
    }

    /// <summary>Joins segments and puts the result in their place, without what was deleted from them meanwhile.</summary>
    /// <returns>The new segment as of <paramref name="snapshot"/>; null when it would be empty.</returns>
    private async Task<Segment?> MergeAsync(IndexSnapshot snapshot, int start, int count, bool toFile, CancellationToken ct)
    {
        var sources = snapshot.Segments.Skip(start).Take(count).ToArray();
        try
        {
            var (data, newNumbers) = SegmentMerger.Merge(Array.ConvertAll(sources, s => (s.Segment, s.Live)), ct);
            var documents = sources.Sum(s => s.Live.Count);
            string? file = null;
            if (toFile && _folder is not null && documents > 0)
            {
                file = await WriteSegmentAsync(data, ct).ConfigureAwait(false);
            }
            var merged = documents == 0 ? null : new Segment(data, file, file is null ? 0 : Crc32C.Of(data));
            WarmUp(merged, sources);
            lock (_writing)
            {
                PutInPlace(merged, sources, newNumbers);
                if (file is not null)
                {
                    _unlistedFiles.Remove(file);
                }
            }
            return merged;
        }
        finally
        {
            lock (_writing)
            {
                _merging.ExceptWith(sources.Select(s => s.Segment));
            }
        }
    }

    private void PutInPlace(Segment? merged, SegmentView[] sources, int[][] newNumbers)
    {
        var views = _snapshot.Segments.ToList();
        var at = views.FindIndex(v => Array.Exists(sources, s => ReferenceEquals(s.Segment, v.Segment)));
        var deleted = new List<int>();
        for (var i = 0; i < sources.Length; i++)
        {
            var now = views.Find(v => ReferenceEquals(v.Segment, sources[i].Segment));
            if (ReferenceEquals(now?.Live, sources[i].Live))
            {
                continue;
            }
            for (var doc = 0; doc < newNumbers[i].Length; doc++)
            {
                // nobody else merges these, so a source that is gone lost its last document
                if (newNumbers[i][doc] >= 0 && (now is null || !now.Live.IsLive(doc)))
                {
                    deleted.Add(newNumbers[i][doc]);
                }
            }
        }
        views.RemoveAll(v => Array.Exists(sources, s => ReferenceEquals(s.Segment, v.Segment)));
        if (merged is not null && deleted.Count < merged.Documents)
        {
            views.Insert(at, new SegmentView(merged, LiveDocuments.All(merged.Documents).Without(deleted)));
        }
        Replace(views);
    }

    private async Task<string> WriteSegmentAsync(byte[] data, CancellationToken ct)
    {
        var name = _folder!.NextSegmentName();
        // until it is among the segments a save must not take the file for a leftover
        lock (_writing)
        {
            _unlistedFiles.Add(name);
        }
        await _folder.WriteSegmentAsync(name, data, ct).ConfigureAwait(false);
        return name;
    }

    // Columns that were in use are made before the segment is, so that no search has to wait for them
    private static void WarmUp(Segment? merged, SegmentView[] sources)
    {
        if (merged is null)
        {
            return;
        }
        foreach (var field in merged.Fields)
        {
            if (Array.Exists(sources, s => s.Segment.Field(field.Name) is { HasOrdinals: true }))
            {
                _ = field.Ordinals;
            }
        }
    }

    private void Publish(List<SegmentView> views, long sequence)
    {
        var before = _snapshot;
        Volatile.Write(ref _snapshot, new IndexSnapshot(views, sequence, before.Generation + 1));
        ForgetGone(before, views);
    }

    // A merge changes how documents are kept, not which there are: sequence and generation stay
    private void Replace(List<SegmentView> views)
    {
        var before = _snapshot;
        Volatile.Write(ref _snapshot, new IndexSnapshot(views, before.Sequence, before.Generation));
        ForgetGone(before, views);
    }

    private void ForgetGone(IndexSnapshot before, List<SegmentView> views)
    {
        var kept = views.Select(v => v.Segment).ToHashSet(ReferenceEqualityComparer.Instance);
        var gone = before.Segments.Select(s => s.Segment).Where(s => !kept.Contains(s)).ToHashSet();
        if (gone.Count > 0)
        {
            _filters.Forget(gone);
            _ordinals.Forget(gone);
        }
    }
}
