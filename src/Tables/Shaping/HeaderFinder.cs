namespace Purbalingga.Tables.Shaping;

/// <summary>Finds the header among the first rows of a sheet.</summary>
internal static class HeaderFinder
{
    private const int MaxHeaderLines = 3;
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>Places in the sample: first and last header line (equal to <paramref name="DataAt"/> when there is none), first row below.</summary>
    public readonly record struct Found(int HeaderFrom, int HeaderTo, int DataAt, int? ColumnNumbersAt)
    {
        public bool HasHeader => HeaderFrom < HeaderTo;
    }

    public static Found Find(IReadOnlyList<TableRow> sample)
    {
        var width = Width(sample);
        var first = FirstWide(sample, width);
        if (first < 0)
        {
            return new Found(0, 0, 0, null);
        }

        var from = WithLinesAbove(sample, first);
        if (from == first && !IsHeaderLike(sample[first]))
        {
            return new Found(first, first, first, null);
        }

        var to = first + 1;
        while (to < sample.Count && to - from < MaxHeaderLines && IsNextLine(sample[to - 1], sample[to], FollowedBy(sample, to)))
        {
            to++;
        }

        var dataAt = to;
        int? numbersAt = null;
        if (dataAt < sample.Count && IsColumnNumbers(sample[dataAt], FollowedBy(sample, dataAt)))
        {
            numbersAt = dataAt++;
        }

        return new Found(from, to, dataAt, numbersAt);
    }

    /// <summary>The header that an operator set, and what follows from it.</summary>
    /// <param name="sample">First rows of the sheet.</param>
    /// <param name="rows">Rows of the header as in the file; none for a table without.</param>
    /// <param name="firstRow">First row that may be data as in the file; null for the one below the header.</param>
    /// <exception cref="TableReadException">A row of the header is not in the sample.</exception>
    public static Found At(IReadOnlyList<TableRow> sample, IReadOnlyList<int> rows, int? firstRow)
    {
        if (rows.Count == 0)
        {
            var first = firstRow is { } wanted ? PlaceFrom(sample, wanted) : Math.Max(0, FirstWide(sample, Width(sample)));
            return new Found(first, first, first, null);
        }

        var from = Place(sample, rows.Min());
        var to = Place(sample, rows.Max()) + 1;
        if (firstRow is { } row && row > sample[to - 1].Number)
        {
            return new Found(from, to, PlaceFrom(sample, row), null);
        }

        var numbers = to < sample.Count && IsColumnNumbers(sample[to], FollowedBy(sample, to));
        return new Found(from, to, numbers ? to + 1 : to, numbers ? to : null);
    }

    private static int PlaceFrom(IReadOnlyList<TableRow> sample, int row)
    {
        var at = 0;
        while (at < sample.Count && sample[at].Number < row)
        {
            at++;
        }

        return at;
    }

    private static int Place(IReadOnlyList<TableRow> sample, int row)
    {
        var at = PlaceFrom(sample, row);
        return at < sample.Count && sample[at].Number == row ? at : throw new TableReadException(TableMessages.HeaderNotFound(row)) { Row = row };
    }

    /// <summary>The width of the table: what the wider quarter of the rows with two or more values has.</summary>
    private static int Width(IReadOnlyList<TableRow> sample)
    {
        var widths = sample.Select(row => row.Filled()).Where(filled => filled >= 2).Order().ToArray();
        return widths.Length == 0 ? 1 : widths[widths.Length * 3 / 4];
    }

    private static int FirstWide(IReadOnlyList<TableRow> sample, int width)
    {
        var wanted = width == 1 ? 1 : Math.Max(2, (int)Math.Ceiling(width * 0.6));
        for (var i = 0; i < sample.Count; i++)
        {
            var row = sample[i];
            var spread = row.Cells.Count(cell => !cell.IsBlank());
            var own = row.Own();
            // A merged header line spreads over the width by its copies; a merged title does too, but is one value
            if ((own >= wanted || (own >= 2 && spread >= width)) && !(width > 1 && IsForm(row)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary><c>Tahun : 2024</c> above a table.</summary>
    private static bool IsForm(TableRow row)
    {
        var own = row.OwnCells().Select(cell => cell.Cell.Text.Trim()).Take(4).ToArray();
        return own.Length is 2 or 3 && (own[0].EndsWith(':') || own[1].StartsWith(':'));
    }

    private static bool IsHeaderLike(TableRow row)
    {
        int words = 0, years = 0, others = 0;
        long? last = null;
        var counting = true;
        foreach (var (_, cell) in row.OwnCells())
        {
            if (cell.IsWord())
            {
                words++;
                continue;
            }

            var whole = cell.Whole();
            years += whole is >= FirstYear and <= LastYear ? 1 : 0;
            others++;
            counting &= whole is not null && (last is null || whole == last + 1);
            last = whole;
        }

        // Years and days of the month stand in headers; any other number makes it a row of data
        return words > 0 && (others == 0 || years == others || (counting && others > 2) || words >= others * 4);
    }

    /// <summary>Rows above belong to the header when they have text only where it has none, or span it.</summary>
    private static int WithLinesAbove(IReadOnlyList<TableRow> sample, int first)
    {
        var open = false;
        var from = first;
        for (var at = first - 1; at >= 0 && first - at < MaxHeaderLines; at--)
        {
            var above = sample[at];
            if (above.Own() < 2 || !above.OwnCells().All(own => own.Cell.IsWord()) || IsForm(above) || !IsHeaderText(sample[at + 1]))
            {
                break;
            }

            var fit = Compare(above, sample[at + 1]);
            if (fit.UnderText > 0 || fit.UnderSpan + fit.UnderGap == 0)
            {
                break;
            }

            open |= fit.UnderSpan > 0 || Enumerable.Range(0, above.Cells.Count).Any(i => above.At(i).IsOwn() && !sample[first].At(i).IsOwn());
            // Without merged cells some column must be settled above, else the line above is a title of two cells
            from = open ? at : from;
        }

        return from;
    }

    /// <summary>Whether <paramref name="line"/> goes on with the header begun by <paramref name="upper"/>.</summary>
    private static bool IsNextLine(TableRow upper, TableRow line, TableRow? below)
    {
        if (line.Own() > 0 && Continues(upper, line))
        {
            return true;
        }

        if (!IsHeaderText(line))
        {
            return false;
        }

        if (IsUnits(line))
        {
            return true;
        }

        var fit = Compare(upper, line);
        if (fit.UnderText > 0 || fit.UnderSpan > 0)
        {
            return fit.UnderText == 0;
        }

        // Without merged cells a line is only believed when it leaves the settled columns open and a fuller row follows
        return fit.UnderGap > 1 && fit.Open > 0 && (below is null || below.Filled() > line.Own());
    }

    /// <summary>
    /// Whether the line goes on with merged cells of the one above: settled columns reach down into it, and all else lies under a merged
    /// span. It is header then, also where it holds numbers: deciles, ages, days.
    /// </summary>
    private static bool Continues(TableRow upper, TableRow line)
    {
        var reaches = false;
        for (var i = 0; i < line.Cells.Count; i++)
        {
            reaches |= line.Cells[i] is { IsMergedCopy: true, IsFromLeft: false } copy && upper.At(i).Text == copy.Text;
        }

        var fit = Compare(upper, line);
        return reaches && fit is { UnderSpan: > 0, UnderText: 0, UnderGap: 0 };
    }

    private static bool IsHeaderText(TableRow line) =>
        line.Own() > 0 && (line.OwnCells().All(own => own.Cell.IsWord() || own.Cell.Whole() is >= FirstYear and <= LastYear) || IsCounting(line));

    /// <summary>1, 2, 3 under a name that stands over them, with the columns before them left open.</summary>
    private static bool IsCounting(TableRow line)
    {
        long? last = null;
        var count = 0;
        foreach (var (column, cell) in line.OwnCells())
        {
            if (cell.Whole() is not { } whole || (last is null ? column == 0 || whole > 1 : whole != last + 1))
            {
                return false;
            }

            last = whole;
            count++;
        }

        return count > 2;
    }

    /// <summary>How the texts of a line lie under those of the line above it.</summary>
    /// <returns>Texts under a merged span; under nothing or a text that spans unmerged; under a text of their own; texts above with nothing under them.</returns>
    private static (int UnderSpan, int UnderGap, int UnderText, int Open) Compare(TableRow upper, TableRow line)
    {
        int underSpan = 0, underGap = 0, underText = 0, open = 0;
        var width = Math.Max(upper.Cells.Count, line.Cells.Count);
        for (var i = 0; i < width; i++)
        {
            var above = upper.At(i);
            var next = upper.At(i + 1);
            if (!line.At(i).IsOwn())
            {
                open += above.IsBlank() ? 0 : 1;
            }
            else if (above.IsFromLeft || (next.IsFromLeft && next.Text == above.Text))
            {
                underSpan++;
            }
            else if (above.IsBlank() || Spans(upper, line, i, width))
            {
                underGap++;
            }
            else
            {
                underText++;
            }
        }

        return (underSpan, underGap, underText, open);
    }

    /// <summary>Whether the text above stands over more than one text, with nothing of its own line in between.</summary>
    private static bool Spans(TableRow upper, TableRow line, int column, int width)
    {
        for (var i = column + 1; i < width && upper.At(i).IsBlank(); i++)
        {
            if (line.At(i).IsOwn())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A line of units such as <c>(jiwa)</c> and <c>(km2)</c> under the names.</summary>
    private static bool IsUnits(TableRow line) =>
        line.OwnCells().All(own => own.Cell.Text.Trim() is ['(', .., ')'] text && text.Length <= 30);

    private static bool IsColumnNumbers(TableRow row, TableRow? below)
    {
        var own = row.OwnCells().ToArray();
        if (own.Length < 2)
        {
            return false;
        }

        if (own.Length > 2 && Enumerable.Range(0, own.Length).All(i => Inside(own[i].Cell.Text) is [var letter] && char.ToLowerInvariant(letter) == 'a' + i))
        {
            return true; // a, b, c, d
        }

        var bracketed = true;
        var computed = false;
        for (var i = 0; i < own.Length; i++)
        {
            var text = own[i].Cell.Text.Trim();
            var inside = Inside(text);
            bracketed &= inside.Length < text.Length;
            var sign = inside.IndexOf('=', StringComparison.Ordinal); // 5=3+4
            computed |= sign > 0;
            inside = sign > 0 ? inside[..sign].TrimEnd() : inside;
            var whole = inside.Length < text.Length ? TableCell.OfText(inside).Whole() : own[i].Cell.Whole();
            if (whole != i + 1)
            {
                return false;
            }
        }

        // 1, 2, 3 is also a row of data, unless its columns hold words
        return bracketed || computed || (own.Length > 2 && below is not null && own.Any(cell => below.At(cell.Column).IsWord()));
    }

    private static string Inside(string text)
    {
        text = text.Trim();
        return text is ['(', .., ')'] ? text[1..^1].Trim() : text;
    }

    private static TableRow? FollowedBy(IReadOnlyList<TableRow> sample, int at) => at + 1 < sample.Count ? sample[at + 1] : null;
}
