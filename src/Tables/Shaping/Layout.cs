namespace Purbalingga.Tables.Shaping;

/// <summary>Where the table lies in its sheet.</summary>
/// <param name="HeaderRows">Raw header lines, top to bottom.</param>
/// <param name="FirstDataRow">Row number from which on rows may be data.</param>
/// <param name="SourceColumns">0-based columns of the sheet that are columns of the table.</param>
/// <param name="Labels">One for each of them.</param>
/// <param name="Width">Fields that a row of delimited text must not exceed.</param>
internal sealed record Layout(
    IReadOnlyList<TableRow> HeaderRows, int FirstDataRow, int[] SourceColumns, IReadOnlyList<string> Labels, int Width)
{
    /// <summary>Rows above the data that are not header: titles, column numbers.</summary>
    public IReadOnlyList<LeftOutRow> Above { get; init; } = [];

    public string? Title { get; init; }

    /// <summary>The header's <c>(1) (2) (3)</c> line; null when there is none.</summary>
    public TableRow? Numbers { get; init; }

    /// <summary>A sheet whose format names its columns.</summary>
    public static Layout OfRecords(IReadOnlyList<string> names) => new([], 1, [.. Enumerable.Range(0, names.Count)], names, names.Count);

    public static Layout Of(IReadOnlyList<TableRow> sample) => Of(sample, HeaderFinder.Find(sample));

    /// <param name="sample">First rows of the sheet.</param>
    /// <param name="found">Where header and data begin in them.</param>
    public static Layout Of(IReadOnlyList<TableRow> sample, HeaderFinder.Found found)
    {
        var headers = sample.Skip(found.HeaderFrom).Take(found.HeaderTo - found.HeaderFrom).ToArray();
        var body = sample.Skip(found.DataAt).ToArray();
        var columns = Columns(headers, body);
        var labels = columns.Select((column, i) => Label(headers, column, i)).ToArray();
        var titles = sample.Take(found.HeaderFrom).Where(row => !row.IsBlank()).ToArray();
        var above = titles.Select(row => new LeftOutRow(row.Number, LeftOutReason.Title, row.Excerpt())).Take(200).ToList();
        if (found.ColumnNumbersAt is { } at)
        {
            above.Add(new LeftOutRow(sample[at].Number, LeftOutReason.ColumnNumbers, sample[at].Excerpt()));
        }

        var width = headers.Length > 0 ? headers.Max(row => row.Cells.Count) : body.Length > 0 ? body.Max(row => row.Cells.Count) : 0;
        var firstData = found.DataAt < sample.Count ? sample[found.DataAt].Number : sample[^1].Number + 1;
        return new Layout(headers, firstData, columns, labels, width)
        {
            Above = above,
            Numbers = found.ColumnNumbersAt is { } place ? sample[place] : null,
            Title = Cut(string.Join(' ', titles.SelectMany(row => row.OwnCells()).Take(40).Select(own => RowView.Words(own.Cell.Text)))),
        };
    }

    /// <summary>Columns with a header, and columns without one that hold data in more than stray rows.</summary>
    private static int[] Columns(TableRow[] headers, TableRow[] body)
    {
        var filled = new Dictionary<int, int>();
        foreach (var row in body)
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                if (!row.Cells[i].IsBlank() && !row.Cells[i].IsFromLeft)
                {
                    filled[i] = filled.GetValueOrDefault(i) + 1;
                }
            }
        }

        var rows = body.Count(row => !row.IsBlank());
        var enough = headers.Length == 0 ? 1 : Math.Max(2, rows / 5);
        var headed = headers.SelectMany(row => row.OwnCells()).Select(own => own.Column).ToHashSet();
        var last = Math.Max(headed.DefaultIfEmpty(-1).Max(), filled.Keys.DefaultIfEmpty(-1).Max());
        return [.. Enumerable.Range(0, last + 1).Where(i => headed.Contains(i) || filled.GetValueOrDefault(i) >= enough)];
    }

    private static string Label(TableRow[] headers, int column, int position)
    {
        var lines = new List<string>();
        for (var line = 0; line < headers.Length; line++)
        {
            var cell = headers[line].At(column);
            lines.Add(cell.IsBlank() ? SpanningText(headers, line, column) : cell.Text);
        }

        var label = ColumnNames.Label(lines);
        return label.Length > 0 ? label : $"kolom_{position + 1}";
    }

    /// <summary>A text that spans without being merged stands left of the columns it speaks for, and all of them have texts below.</summary>
    private static string SpanningText(TableRow[] headers, int line, int column)
    {
        var left = column;
        while (left >= 0 && headers[line].At(left).IsBlank())
        {
            left--;
        }

        return left >= 0 && HasTextBelow(left) && HasTextBelow(column) ? headers[line].At(left).Text : "";

        bool HasTextBelow(int at) => headers.Skip(line + 1).Any(below => below.At(at).IsOwn());
    }

    private static string? Cut(string text) => text.Length == 0 ? null : text.Length <= 500 ? text : text[..500];
}
