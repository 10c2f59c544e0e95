namespace Purbalingga.Samples.Tables;

/// <summary>Where everything of an official sheet stands; rows and columns count from 1.</summary>
internal sealed class SheetLayout
{
    private readonly OfficialSheet _sheet;
    private readonly List<(int Row, int Column, object? Value)> _cells = [];
    private readonly List<CellRange> _merged = [];
    private readonly List<CellRange> _titles = [];

    public SheetLayout(OfficialSheet sheet)
    {
        _sheet = sheet;
        Left = 1 + sheet.Indent;
        Width = Math.Max(1, sheet.Head.Sum(h => Math.Max(1, h.Under.Length)));
        var row = PlaceTitles(1);
        var top = row;
        row = PlaceHead(row);
        Head = new CellRange(top, Left, row - 1, Left + Width - 1);
        foreach (var cells in sheet.Rows)
        {
            Place(row++, cells);
        }

        if (sheet.Total is not null)
        {
            Total = new CellRange(row, Left, row, Left + Width - 1);
            PlaceTotal(row++, sheet.Total);
        }

        Table = new CellRange(top, Left, row - 1, Left + Width - 1);
        foreach (var line in sheet.Foot)
        {
            _cells.Add((row++, Left, line));
        }

        if (sheet.SignedBy is not null)
        {
            PlaceSignature(row + 1, Left + Math.Max(0, Width - 3), sheet.SignedBy);
        }
    }

    public int Left { get; }

    public int Width { get; }

    public IReadOnlyList<(int Row, int Column, object? Value)> Cells => _cells;

    /// <summary>Ranges merged into one cell, titles among them.</summary>
    public IReadOnlyList<CellRange> Merged => _merged;

    public IReadOnlyList<CellRange> Titles => _titles;

    public CellRange Head { get; }

    public CellRange Table { get; }

    public CellRange? Total { get; }

    private int PlaceTitles(int row)
    {
        foreach (var line in _sheet.Titles)
        {
            _cells.Add((row, Left, line));
            _titles.Add(new CellRange(row, Left, row, Left + Width - 1));
            row++;
        }

        _merged.AddRange(_titles);
        return row + (_sheet.Titles.Count > 0 ? 1 : 0);
    }

    private int PlaceHead(int row)
    {
        var lines = _sheet.Head.Any(h => h.Under.Length > 0) ? 2 : 1;
        var column = Left;
        foreach (var (text, under) in _sheet.Head)
        {
            _cells.Add((row, column, text));
            if (under.Length == 0 && lines == 2)
            {
                _merged.Add(new CellRange(row, column, row + 1, column));
            }
            else if (under.Length > 1)
            {
                _merged.Add(new CellRange(row, column, row, column + under.Length - 1));
            }

            Place(row + 1, under, column);
            column += Math.Max(1, under.Length);
        }

        if (_sheet.NumberedColumns)
        {
            Place(row + lines++, [.. Enumerable.Range(1, Width).Select(n => $"({n})")]);
        }

        return row + lines;
    }

    /// <summary>The word for total spans the running number and the name when nothing stands under the name.</summary>
    private void PlaceTotal(int row, object?[] values)
    {
        var spans = values.Length > 2 && values[1] is null or "";
        if (spans)
        {
            _merged.Add(new CellRange(row, Left, row, Left + 1));
        }

        _cells.Add((row, Left, values[0]));
        Place(row, values[(spans ? 2 : 1)..], Left + (spans ? 2 : 1));
    }

    /// <summary>No name or number of a person: the signer is invented and said to be so.</summary>
    private void PlaceSignature(int row, int column, string office)
    {
        foreach (var line in new[] { "Purbalingga, 12 Januari 2026", office, "Kabupaten Purbalingga", "", "", "(CONTOH) NAMA PEJABAT REKAAN", "NIP. (tidak dicantumkan)" })
        {
            _cells.Add((row++, column, line));
        }
    }

    private void Place(int row, IReadOnlyList<object?> values, int? column = null)
    {
        for (var i = 0; i < values.Count; i++)
        {
            _cells.Add((row, (column ?? Left) + i, values[i]));
        }
    }
}
