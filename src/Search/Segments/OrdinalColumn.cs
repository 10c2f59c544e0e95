namespace Purbalingga.Search.Segments;

/// <summary>For every document the numbers of its terms, ascending: a plain array when no document has two, else ranges in one array.</summary>
internal sealed class OrdinalColumn
{
    private OrdinalColumn(int[] first, int[]? starts, int[]? values)
    {
        First = first;
        Starts = starts;
        Values = values;
    }

    /// <summary>Lowest ordinal by document; -1 when it has none.</summary>
    public int[] First { get; }

    /// <summary>With several values: where each document's values start in <see cref="Values"/>, one more than documents; else null.</summary>
    public int[]? Starts { get; }

    /// <summary>With several values: all ordinals.</summary>
    public int[]? Values { get; }

    public static OrdinalColumn Build(SegmentField field)
    {
        var first = new int[field.Documents];
        first.AsSpan().Fill(-1);
        var counts = new int[field.Documents + 1];
        var isMulti = false;
        var total = 0;
        var cursor = new TermCursor();
        cursor.Reset(field);
        while (cursor.Next())
        {
            if (cursor.DocumentCount == 1 && !field.HasPositions)
            {
                Note(cursor.Pointer, cursor.Ordinal);
                continue;
            }
            var postings = new PostingsCursor(field, cursor.DocumentCount, cursor.Pointer);
            while (postings.NextBlock())
            {
                foreach (var doc in postings.Docs)
                {
                    Note(doc, cursor.Ordinal);
                }
            }
        }
        if (!isMulti)
        {
            return new OrdinalColumn(first, null, null);
        }

        var starts = new int[field.Documents + 1];
        for (var doc = 0; doc < field.Documents; doc++)
        {
            starts[doc + 1] = starts[doc] + counts[doc];
        }
        var values = new int[total];
        var fill = starts.AsSpan(0, field.Documents).ToArray();
        cursor.Reset(field);
        while (cursor.Next())
        {
            var postings = new PostingsCursor(field, cursor.DocumentCount, cursor.Pointer);
            while (postings.NextBlock())
            {
                foreach (var doc in postings.Docs)
                {
                    values[fill[doc]++] = cursor.Ordinal;
                }
            }
        }
        return new OrdinalColumn(first, starts, values);

        void Note(int doc, int ordinal)
        {
            total++;
            isMulti |= ++counts[doc] > 1;
            if (first[doc] < 0)
            {
                first[doc] = ordinal;
            }
        }
    }
}
