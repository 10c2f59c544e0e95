using System.Globalization;

namespace Purbalingga.Tables;

/// <summary>One cell: its type and value, and the text as the file writes it.</summary>
public readonly record struct TableCell
{
    private readonly string? _text;
    private readonly long _bits;

    private TableCell(CellKind kind, long bits, string? text, bool merged = false, bool fromLeft = false)
    {
        Kind = kind;
        _bits = bits;
        _text = text;
        IsMergedCopy = merged;
        IsFromLeft = fromLeft;
    }

    /// <summary>A cell with nothing in it.</summary>
    public static TableCell Empty => default;

    public CellKind Kind { get; }

    /// <summary>True when the cell repeats the value of the merged range it lies in (it is not the range's first cell).</summary>
    public bool IsMergedCopy { get; }

    /// <summary>True for a merged copy that lies in another column than the range's first cell.</summary>
    public bool IsFromLeft { get; }

    public bool IsEmpty => Kind == CellKind.Empty;

    /// <summary>The text as in the file (<c>1.234,56</c>), else the invariant form; empty for an empty cell.</summary>
    public string Text => _text ?? ToInvariantString();

    /// <summary>Value of a <see cref="CellKind.Number"/>.</summary>
    public double Number => Kind == CellKind.Number ? BitConverter.Int64BitsToDouble(_bits) : throw Wrong(CellKind.Number);

    /// <summary>Value of a <see cref="CellKind.Boolean"/>.</summary>
    public bool Boolean => Kind == CellKind.Boolean ? _bits != 0 : throw Wrong(CellKind.Boolean);

    /// <summary>Value of a <see cref="CellKind.Date"/> or <see cref="CellKind.DateTime"/>; kind unspecified, as files carry no zone.</summary>
    public DateTime DateTime => Kind is CellKind.Date or CellKind.DateTime ? new DateTime(_bits) : throw Wrong(CellKind.DateTime);

    /// <summary>The value as string, double, bool, <see cref="DateOnly"/> or <see cref="System.DateTime"/>; null for empty and error.</summary>
    public object? Value => Kind switch
    {
        CellKind.Text => _text,
        CellKind.Number => Number,
        CellKind.Boolean => Boolean,
        CellKind.Date => DateOnly.FromDateTime(DateTime),
        CellKind.DateTime => DateTime,
        _ => null,
    };

    /// <summary>A text cell; empty when <paramref name="text"/> is null or empty.</summary>
    public static TableCell OfText(string? text) => string.IsNullOrEmpty(text) ? Empty : new(CellKind.Text, 0, text);

    /// <summary>A number cell; text when the number is not finite.</summary>
    /// <param name="number">The value.</param>
    /// <param name="text">As the file writes it; null for the invariant form.</param>
    public static TableCell OfNumber(double number, string? text = null) => double.IsFinite(number)
        ? new(CellKind.Number, BitConverter.DoubleToInt64Bits(number), text)
        : OfText(text ?? number.ToString(CultureInfo.InvariantCulture));

    public static TableCell OfBoolean(bool value, string? text = null) => new(CellKind.Boolean, value ? 1 : 0, text);

    public static TableCell OfDate(DateOnly day, string? text = null) =>
        new(CellKind.Date, day.ToDateTime(TimeOnly.MinValue).Ticks, text);

    public static TableCell OfDateTime(DateTime moment, string? text = null) => new(CellKind.DateTime, moment.Ticks, text);

    /// <summary>A cell in which the spreadsheet shows an error.</summary>
    /// <param name="text">As the spreadsheet shows it, such as <c>#N/A</c>.</param>
    public static TableCell OfError(string text) => new(CellKind.Error, 0, text);

    /// <summary>The same cell, marked as the copy of a merged range's value.</summary>
    /// <param name="fromLeft">Whether the copy lies in another column than the range's first cell.</param>
    public TableCell AsMergedCopy(bool fromLeft) => new(Kind, _bits, _text, merged: true, fromLeft);

    /// <summary>Culture-free form for machines: <c>1234.56</c>, <c>2025-12-31</c>, <c>2025-12-31T08:30:00</c>, <c>true</c>; empty for empty and error.</summary>
    public string ToInvariantString() => Kind switch
    {
        CellKind.Text => _text!,
        // Whole numbers are written with all their digits: as 3.3E+15 no NIK would be told
        CellKind.Number => Math.Abs(Number) is >= 1e15 and < 1e21 && Math.Floor(Number) == Number
            ? Number.ToString("F0", CultureInfo.InvariantCulture) : Number.ToString(CultureInfo.InvariantCulture),
        CellKind.Boolean => Boolean ? "true" : "false",
        CellKind.Date => DateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellKind.DateTime => DateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        _ => "",
    };

    public override string ToString() => Text;

    private InvalidOperationException Wrong(CellKind wanted) => new($"The cell is {Kind}, not {wanted}.");
}
