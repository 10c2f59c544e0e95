using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>
/// One numbering of a field's values over all large segments, in the order of their bytes, so that facets are counted in one array.
/// Made once for a set of segments. Small segments are mapped onto it when they are first counted.
/// </summary>
internal sealed class GlobalOrdinals
{
    private readonly Segment[] _segments;
    private readonly SegmentField[] _fields;
    private readonly int[][] _maps;

    // For each value one place where its text can be read
    private readonly int[] _source;
    private readonly int[] _ordinalInSource;

    private GlobalOrdinals(Segment[] segments, SegmentField[] fields, int[][] maps, int[] source, int[] ordinalInSource)
    {
        _segments = segments;
        _fields = fields;
        _maps = maps;
        _source = source;
        _ordinalInSource = ordinalInSource;
    }

    /// <summary>Number of values.</summary>
    public int Count => _source.Length;

    public static GlobalOrdinals Build(Segment[] segments, string name)
    {
        var fields = segments.Select(s => s.Field(name)).OfType<SegmentField>().ToArray();
        var cursors = new TermCursor[fields.Length];
        var maps = new int[fields.Length][];
        var queue = new PriorityQueue<int, byte[]>(ByBytes.Instance);
        for (var i = 0; i < fields.Length; i++)
        {
            maps[i] = new int[fields[i].TermCount];
            cursors[i] = new TermCursor();
            cursors[i].Reset(fields[i]);
            if (cursors[i].Next())
            {
                queue.Enqueue(i, cursors[i].Term.ToArray());
            }
        }
        var sources = new List<int>();
        var ordinals = new List<int>();
        byte[]? last = null;
        while (queue.TryDequeue(out var field, out var term))
        {
            if (last is null || !last.AsSpan().SequenceEqual(term))
            {
                sources.Add(field);
                ordinals.Add(cursors[field].Ordinal);
                last = term;
            }
            maps[field][cursors[field].Ordinal] = sources.Count - 1;
            if (cursors[field].Next())
            {
                queue.Enqueue(field, cursors[field].Term.ToArray());
            }
        }
        return new GlobalOrdinals(segments, fields, maps, [.. sources], [.. ordinals]);
    }

    /// <summary>Whether this was made of exactly these segments.</summary>
    public bool IsOf(ReadOnlySpan<Segment> segments) => segments.SequenceEqual(_segments);

    /// <summary>Numbers here of a segment's own ordinals; -1 for values that no large segment has.</summary>
    public int[] MapOf(SegmentField field)
    {
        var at = Array.IndexOf(_fields, field);
        if (at >= 0)
        {
            return _maps[at];
        }
        if (field.GlobalMap is { } known && ReferenceEquals(known.Global, this))
        {
            return known.Map;
        }
        var map = new int[field.TermCount];
        var cursor = new TermCursor();
        var search = new TermCursor();
        cursor.Reset(field);
        while (cursor.Next())
        {
            map[cursor.Ordinal] = Find(cursor.Term, search);
        }
        field.GlobalMap = new(this, map);
        return map;
    }

    /// <summary>Goes to a value.</summary>
    public void Seek(int number, TermCursor cursor)
    {
        cursor.Reset(_fields[_source[number]]);
        cursor.SeekOrdinal(_ordinalInSource[number]);
    }

    private int Find(ReadOnlySpan<byte> term, TermCursor cursor)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            cursor.Reset(_fields[i]);
            if (cursor.SeekExact(term))
            {
                return _maps[i][cursor.Ordinal];
            }
        }
        return -1;
    }

    private sealed class ByBytes : IComparer<byte[]>
    {
        public static ByBytes Instance { get; } = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
