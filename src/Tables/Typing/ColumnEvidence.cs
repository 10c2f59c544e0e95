namespace Purbalingga.Tables.Typing;

/// <summary>Gathers what the values of one column say about its type. Constant memory, any number of rows.</summary>
internal sealed class ColumnEvidence(string label)
{
    /// <summary>Share of values of a type from which on the others are reported as standing in the way.</summary>
    private const double AlmostAll = 0.8;

    private static readonly Readings[] TextReadings =
        [Readings.Integer, Readings.DotDecimal, Readings.Indonesian, Readings.English, Readings.Boolean, Readings.Date, Readings.DayFirst, Readings.MonthFirst, Readings.DateTime];

    private readonly long[] _fits = new long[TextReadings.Length];
    private long _values;
    private long _texts;
    private long _numbers;
    private long _fractions;
    private long _days;
    private long _moments;
    private long _booleans;
    private long _percents;
    private long _guessed;
    private long _withComma;
    private long _withDot;
    private string? _guessedExample;
    private (int Row, string Value)? _noNumber;
    private (int Row, string Value)? _noDate;
    private (int Row, string Value)? _noBoolean;

    /// <summary>Takes in one cell; empty cells and markers of missing values say nothing.</summary>
    public void Add(TableCell cell, int row)
    {
        switch (cell.Kind)
        {
            case CellKind.Number:
                AddNumber(cell.Number);
                _percents += cell.Text.EndsWith('%') ? 1 : 0;
                NotA(row, cell, number: false, date: true, boolean: true);
                break;
            case CellKind.Boolean:
                _values++;
                _booleans++;
                NotA(row, cell, number: true, date: true, boolean: false);
                break;
            case CellKind.Date or CellKind.DateTime:
                _values++;
                _ = cell.Kind == CellKind.Date ? _days++ : _moments++;
                NotA(row, cell, number: true, date: false, boolean: true);
                break;
            case CellKind.Text:
                AddText(cell, row);
                break;
        }
    }

    /// <summary>The type that fits every value, and how to read its texts.</summary>
    public ColumnReading Conclude()
    {
        if (_values == 0)
        {
            return ColumnReading.Text;
        }

        if (Fits(Readings.Boolean) + _booleans == _values)
        {
            return new ColumnReading(ColumnType.Boolean, Readings.Boolean, null);
        }

        return Number() ?? Day() ?? ColumnReading.Text;
    }

    /// <summary>What a person should know about the conclusion: values in the way, guesses made.</summary>
    public IEnumerable<TableWarning> Warnings(ColumnReading reading)
    {
        if (reading is { IsGuess: true, Type: ColumnType.Integer, Style: not Readings.Integer } && _guessed > 0)
        {
            yield return new TableWarning(TableMessages.AmbiguousThousands(label, _guessedExample!)) { Column = label };
        }

        if (reading.Type != ColumnType.Text || _values < 5)
        {
            yield break;
        }

        var numbers = _numbers + Readings4().Max(Fits);
        var days = _days + _moments + new[] { Readings.Date, Readings.DayFirst, Readings.DateTime }.Max(Fits);
        foreach (var (count, type, example) in new[] { (numbers, ColumnType.Number, _noNumber), (days, ColumnType.Date, _noDate) })
        {
            if (count >= _values * AlmostAll && count < _values && example is { } found)
            {
                yield return new TableWarning(TableMessages.AlmostTyped(label, type, _values - count, _values, found.Row, found.Value))
                {
                    Column = label,
                    Row = found.Row,
                };
            }
        }
    }

    private static Readings[] Readings4() => [Readings.Integer, Readings.DotDecimal, Readings.Indonesian, Readings.English];

    private void AddNumber(double number)
    {
        _values++;
        _numbers++;
        _fractions += Math.Floor(number) == number && Math.Abs(number) < 1e15 ? 0 : 1;
    }

    private void AddText(TableCell cell, int row)
    {
        var text = cell.Text.AsSpan().Trim();
        if (MissingText.Is(text))
        {
            return;
        }

        _values++;
        _texts++;
        var readings = NumberText.Read(text, out var percent, out var grouped);
        if (readings != Readings.None)
        {
            _percents += percent ? 1 : 0;
            CountSeparators(text, grouped);
        }
        else
        {
            readings = BooleanText.TryParse(text, out _) ? Readings.Boolean : DateText.Read(text);
        }

        for (var i = 0; i < TextReadings.Length; i++)
        {
            _fits[i] += (readings & TextReadings[i]) != 0 ? 1 : 0;
        }

        NotA(row, cell, (readings & Readings.Numbers) == 0, (readings & (Readings.Dates | Readings.DateTime)) == 0, readings != Readings.Boolean);
    }

    private void CountSeparators(ReadOnlySpan<char> text, bool grouped)
    {
        _withComma += text.Contains(',') ? 1 : 0;
        _withDot += text.Contains('.') ? 1 : 0;
        if (grouped)
        {
            _guessed++;
            _guessedExample ??= text.ToString();
        }
    }

    private long Fits(Readings reading) => _fits[Array.IndexOf(TextReadings, reading)];

    private ColumnReading? Number()
    {
        if (Readings4().Max(Fits) + _numbers < _values)
        {
            return null;
        }

        var unit = _percents == _values ? "%" : null;
        if (Fits(Readings.Integer) == _texts)
        {
            return new ColumnReading(_fractions > 0 ? ColumnType.Number : ColumnType.Integer, Readings.Integer, unit);
        }

        var dot = Fits(Readings.DotDecimal) == _texts;
        var indonesian = Fits(Readings.Indonesian) == _texts;
        var english = Fits(Readings.English) == _texts;
        var style = (dot, indonesian, english) switch
        {
            // Every value is 1.234: thousands by the custom of the country, but coordinates are decimals
            (true, true, _) => IsCoordinate(label) ? Readings.DotDecimal : Readings.Indonesian,
            (true, false, _) => Readings.DotDecimal,
            // Every value is 1,234: whole Indonesian columns with exactly three decimals are rarer than English thousands
            (false, true, true) => IsCoordinate(label) ? Readings.Indonesian : Readings.English,
            (false, true, false) => Readings.Indonesian,
            (false, false, true) => Readings.English,
            _ => Readings.None,
        };
        if (style == Readings.None)
        {
            return null;
        }

        var fractions = style == Readings.Indonesian ? _withComma : style == Readings.English ? _withDot : _texts;
        var whole = _fractions == 0 && fractions == 0;
        // What fits with the dot as decimal sign fits the English style too, and means the same in it
        var guess = indonesian && (dot || english);
        return new ColumnReading(whole ? ColumnType.Integer : ColumnType.Number, style, unit) { IsGuess = guess };
    }

    private ColumnReading? Day()
    {
        var real = _days + _moments;
        if (Fits(Readings.DateTime) > 0 || _moments > 0)
        {
            return Fits(Readings.DateTime) + real == _values ? new ColumnReading(ColumnType.DateTime, Readings.DateTime, null) : null;
        }

        foreach (var reading in (ReadOnlySpan<Readings>)[Readings.Date, Readings.DayFirst, Readings.MonthFirst])
        {
            if (Fits(reading) + real == _values)
            {
                var guess = reading == Readings.DayFirst && Fits(Readings.MonthFirst) == Fits(Readings.DayFirst);
                return new ColumnReading(ColumnType.Date, reading, null) { IsGuess = guess };
            }
        }

        return null;
    }

    private void NotA(int row, TableCell cell, bool number, bool date, bool boolean)
    {
        var place = number && _noNumber is null || date && _noDate is null || boolean && _noBoolean is null ? (row, Cut(cell.Text)) : default;
        _noNumber ??= number ? place : null;
        _noDate ??= date ? place : null;
        _noBoolean ??= boolean ? place : null;
    }

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60];

    private static bool IsCoordinate(string label) =>
        Array.Exists(["lat", "lon", "lintang", "bujur", "koordinat", "coord"], word => label.Contains(word, StringComparison.OrdinalIgnoreCase));
}
