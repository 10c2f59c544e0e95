using System.Globalization;

namespace Purbalingga.Tables.Typing;

/// <summary>Gathers what the values of one column say about its type. Constant memory, any number of rows.</summary>
internal sealed class ColumnEvidence(string label, bool isText = false)
{
    /// <summary>Share of values of a type from which on the others are reported as standing in the way.</summary>
    private const double AlmostAll = 0.8;

    /// <summary>Values after which a column that is half no number and half no day is not looked at further: it is text.</summary>
    private const long Settled = 4096;

    /// <summary>Days that Excel counts from 1900, as far as tables of an office hold them: 1954 to 2119.</summary>
    private const double FirstSerial = 20_000;
    private const double LastSerial = 80_000;

    private static readonly Readings[] NumberReadings = [Readings.Integer, Readings.DotDecimal, Readings.Indonesian, Readings.English];
    private static readonly Readings[] DayReadings =
        [Readings.Date, Readings.DayFirst, Readings.MonthFirst, Readings.Month, Readings.Quarter, Readings.Semester];

    private readonly long[] _fits = new long[12];
    private readonly bool _isCode = isText || CodeLabel.Is(label);
    private readonly bool _isDay = IsDay(label);
    private long _values;
    private long _texts;
    private long _numbers;
    private long _fractions;
    private long _long;
    private long _serials;
    private long _clocks;
    private bool _settled;
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
        // Digits of a code are no number, and NIK and NIP stored as numbers are codes under whatever name
        if (_values == 0 || _isCode || (_long > 0 && _fractions == _long))
        {
            return ColumnReading.Text;
        }

        if (Fits(Readings.Boolean) + _booleans == _values)
        {
            return new ColumnReading(ColumnType.Boolean, Readings.Boolean, null);
        }

        return Serial() ?? Number() ?? Day() ?? ColumnReading.Text;
    }

    /// <summary>A type that an operator wants, and the way of reading texts that most values fit.</summary>
    public ColumnReading Conclude(ColumnType wanted)
    {
        switch (wanted)
        {
            case ColumnType.Integer or ColumnType.Number:
                // By the country's custom where several fit as well
                var style = Number()?.Style ?? new[] { Readings.Indonesian, Readings.DotDecimal, Readings.English, Readings.Integer }.MaxBy(Fits);
                return new ColumnReading(wanted, style, _percents > 0 && _percents == _values ? "%" : null);
            case ColumnType.Date:
                return new ColumnReading(wanted, new[] { Readings.DayFirst, Readings.Date, Readings.MonthFirst, Readings.Month, Readings.Quarter, Readings.Semester }.MaxBy(Fits), null);
            case ColumnType.DateTime:
                return new ColumnReading(wanted, Readings.DateTime, null);
            case ColumnType.Boolean:
                return new ColumnReading(wanted, Readings.Boolean, null);
            default:
                return ColumnReading.Text;
        }
    }

    /// <summary>What a person should know about the conclusion: values in the way, guesses made.</summary>
    public IEnumerable<TableWarning> Warnings(ColumnReading reading)
    {
        if (reading is { IsGuess: true, Type: ColumnType.Integer, Style: not Readings.Integer } && _guessed > 0)
        {
            yield return new TableWarning(TableMessages.AmbiguousThousands(label, _guessedExample!)) { Column = label };
        }

        if (reading.Type != ColumnType.Text || _values < 5 || _isCode)
        {
            yield break;
        }

        var numbers = _numbers + NumberReadings.Max(Fits);
        var days = _days + _moments + Math.Max(DayReadings.Max(Fits), Fits(Readings.DateTime));
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

    private void AddNumber(double number)
    {
        _values++;
        _numbers++;
        var whole = Math.Floor(number) == number;
        var large = Math.Abs(number) >= 1e15;
        _long += whole && large ? 1 : 0;
        _fractions += whole && !large ? 0 : 1;
        _serials += number is >= FirstSerial and <= LastSerial ? 1 : 0;
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
        if (_settled || _isCode)
        {
            return;
        }

        var readings = NumberText.Read(text, out var percent, out var grouped);
        if (readings != Readings.None)
        {
            _percents += percent ? 1 : 0;
            _serials += !percent && IsSerial(text) ? 1 : 0;
            CountSeparators(text, grouped);
        }
        else if (BooleanText.TryParse(text, out _))
        {
            readings = Readings.Boolean;
        }
        else
        {
            readings = DateText.Read(text, out var clock);
            _clocks += clock ? 1 : 0;
        }

        for (var rest = (uint)readings; rest != 0; rest &= rest - 1)
        {
            _fits[System.Numerics.BitOperations.TrailingZeroCount(rest)]++;
        }

        NotA(row, cell, (readings & Readings.Numbers) == 0, (readings & (Readings.Dates | Readings.DateTime)) == 0, readings != Readings.Boolean);
        if (_values == Settled)
        {
            var half = Settled / 2;
            _settled = Array.TrueForAll(_fits, fits => fits < half) && _numbers + _booleans + _days + _moments < half;
        }
    }

    private static bool IsSerial(ReadOnlySpan<char> text) =>
        text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= (int)FirstSerial and <= (int)LastSerial;

    private void CountSeparators(ReadOnlySpan<char> text, bool grouped)
    {
        text = text.EndsWith(",-") ? text[..^2] : text; // Rp 75.000,- has no decimals
        _withComma += text.Contains(',') ? 1 : 0;
        _withDot += text.Contains('.') ? 1 : 0;
        if (grouped)
        {
            _guessed++;
            _guessedExample ??= text.ToString();
        }
    }

    private long Fits(Readings reading) => _fits[System.Numerics.BitOperations.TrailingZeroCount((uint)reading)];

    /// <summary>A column of days in which some or all stand as the number that Excel counts them by.</summary>
    private ColumnReading? Serial()
    {
        if (!_isDay || _serials == 0)
        {
            return null;
        }

        var style = Fits(Readings.DayFirst) >= Fits(Readings.MonthFirst) ? Readings.DayFirst : Readings.MonthFirst;
        return _serials + Fits(style) + _days == _values ? new ColumnReading(ColumnType.Date, style, null) : null;
    }

    private ColumnReading? Number()
    {
        if (NumberReadings.Max(Fits) + _numbers < _values)
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
        if (_clocks > 0 || _moments > 0)
        {
            return Fits(Readings.DateTime) + real == _values ? new ColumnReading(ColumnType.DateTime, Readings.DateTime, null) : null;
        }

        foreach (var reading in DayReadings)
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

    private static bool IsDay(string label) =>
        Array.Exists(["tanggal", "tgl", "date"], word => label.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsCoordinate(string label) =>
        Array.Exists(["lat", "lon", "lintang", "bujur", "koordinat", "coord"], word => label.Contains(word, StringComparison.OrdinalIgnoreCase));
}
