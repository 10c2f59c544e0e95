namespace Purbalingga.Search.Segments;

/// <summary>Joins segments into one, without the documents that were deleted; the order of documents stays.</summary>
internal static class SegmentMerger
{
    /// <summary>Merges.</summary>
    /// <param name="parts">Segments with their live documents, in the order of the index.</param>
    /// <returns>Bytes of the new segment, and for each part the new number of each document, -1 for the deleted.</returns>
    public static (byte[] Data, int[][] NewNumbers) Merge(IReadOnlyList<(Segment Segment, LiveDocuments Live)> parts, CancellationToken ct)
    {
        var newNumbers = new int[parts.Count][];
        var documents = 0;
        long size = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var (segment, live) = parts[i];
            var map = new int[segment.Documents];
            for (var doc = 0; doc < map.Length; doc++)
            {
                map[doc] = live.IsLive(doc) ? documents++ : -1;
            }
            newNumbers[i] = map;
            size += segment.Data.Length;
        }

        var writer = new SegmentWriter(documents, (int)Math.Min(size, Array.MaxLength));
        foreach (var name in parts.SelectMany(p => p.Segment.Fields).Select(f => f.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            ct.ThrowIfCancellationRequested();
            MergeField(writer, name, parts, newNumbers, ct);
        }
        var (names, offsets, stored) = MergeStored(parts, newNumbers);
        return (writer.Finish(names, offsets, stored), newNumbers);
    }

    private static void MergeField(
        SegmentWriter writer, string name, IReadOnlyList<(Segment Segment, LiveDocuments Live)> parts, int[][] newNumbers, CancellationToken ct)
    {
        var sources = new List<(SegmentField Field, int[] Map, TermCursor Cursor)>();
        var queue = new PriorityQueue<int, (byte[] Term, int Source)>(TermThenSource.Instance);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Segment.Field(name) is not { } field)
            {
                continue;
            }
            var cursor = new TermCursor();
            cursor.Reset(field);
            if (cursor.Next())
            {
                queue.Enqueue(sources.Count, (cursor.Term.ToArray(), sources.Count));
            }
            sources.Add((field, newNumbers[i], cursor));
        }

        // a schema change rebuilds the index, so one name has one kind
        var output = writer.BeginField(name, sources[0].Field.Kind);
        var termNumber = 0;
        while (queue.TryDequeue(out var first, out var key))
        {
            if ((++termNumber & 0xFFF) == 0)
            {
                ct.ThrowIfCancellationRequested();
            }
            output.BeginTerm(key.Term);
            Copy(first);
            while (queue.TryPeek(out var same, out var other) && other.Term.AsSpan().SequenceEqual(key.Term))
            {
                queue.Dequeue();
                Copy(same);
            }
            output.EndTerm();
        }

        var lengths = new List<(int, int)>();
        var numbers = new List<(int, long)>();
        foreach (var (field, map, _) in sources)
        {
            if (field.HasPositions)
            {
                foreach (var (doc, length) in field.AllLengths())
                {
                    if (map[doc] >= 0)
                    {
                        lengths.Add((map[doc], length));
                    }
                }
            }
            else
            {
                foreach (var (doc, value) in field.AllNumbers())
                {
                    if (map[doc] >= 0)
                    {
                        numbers.Add((map[doc], value));
                    }
                }
            }
        }
        writer.EndField(output, lengths, numbers);

        void Copy(int source)
        {
            var (field, map, cursor) = sources[source];
            CopyPostings(output, field, map, cursor);
            if (cursor.Next())
            {
                queue.Enqueue(source, (cursor.Term.ToArray(), source));
            }
        }
    }

    private static void CopyPostings(FieldWriter output, SegmentField field, int[] map, TermCursor cursor)
    {
        if (cursor.DocumentCount == 1 && !field.HasPositions)
        {
            if (map[cursor.Pointer] >= 0)
            {
                output.AddDocument(map[cursor.Pointer], []);
            }
            return;
        }
        var postings = new PostingsCursor(field, cursor.DocumentCount, cursor.Pointer);
        var positions = field.HasPositions ? new PositionCursor(field, cursor.DocumentCount, cursor.OccurrenceCount, cursor.Pointer) : null;
        while (postings.NextBlock())
        {
            foreach (var doc in postings.Docs)
            {
                if (map[doc] < 0)
                {
                    continue;
                }
                positions?.MoveTo(doc);
                output.AddDocument(map[doc], positions is null ? [] : positions.Positions);
            }
        }
    }

    private static (List<string> Names, List<int> Offsets, ByteWriter Stored) MergeStored(
        IReadOnlyList<(Segment Segment, LiveDocuments Live)> parts, int[][] newNumbers)
    {
        var names = new List<string>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var offsets = new List<int>();
        var stored = new ByteWriter(1024);
        for (var i = 0; i < parts.Count; i++)
        {
            var segment = parts[i].Segment;
            var renumbered = new int[segment.StoredNames.Length];
            for (var n = 0; n < renumbered.Length; n++)
            {
                if (!numbers.TryGetValue(segment.StoredNames[n], out renumbered[n]))
                {
                    renumbered[n] = names.Count;
                    numbers.Add(segment.StoredNames[n], names.Count);
                    names.Add(segment.StoredNames[n]);
                }
            }
            for (var doc = 0; doc < segment.Documents; doc++)
            {
                if (newNumbers[i][doc] < 0)
                {
                    continue;
                }
                var block = segment.StoredRange(doc);
                var reader = new ByteReader(segment.Data, block.Start);
                while (reader.Position < block.End)
                {
                    stored.Varint(renumbered[reader.Varint()]);
                    var length = reader.Varint();
                    stored.Varint(length);
                    stored.Bytes(reader.Bytes(length));
                }
                offsets.Add(stored.Length);
            }
        }
        return (names, offsets, stored);
    }

    private sealed class TermThenSource : IComparer<(byte[] Term, int Source)>
    {
        public static TermThenSource Instance { get; } = new();

        public int Compare((byte[] Term, int Source) x, (byte[] Term, int Source) y)
        {
            var order = x.Term.AsSpan().SequenceCompareTo(y.Term);
            return order != 0 ? order : x.Source.CompareTo(y.Source);
        }
    }
}
