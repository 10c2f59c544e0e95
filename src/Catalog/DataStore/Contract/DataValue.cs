namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>
/// One cell. Types without a kind of their own (uuid, inet, interval ...) travel as <see cref="DataKind.Text"/> in PostgreSQL's spelling, as do dates and times
/// that .NET cannot hold. <c>default</c> is <see cref="DataKind.Missing"/>.
/// </summary>
public readonly struct DataValue : IEquatable<DataValue>
{
    private readonly long _bits;
    private readonly string? _text;

    private DataValue(DataKind kind, long bits, string? text)
    {
        Kind = kind;
        _bits = bits;
        _text = text;
    }

    public static DataValue Missing => default;

    public static DataValue Null => new(DataKind.Null, 0, null);

    public DataKind Kind { get; }

    /// <summary>True for <see cref="DataKind.Null"/> and <see cref="DataKind.Missing"/>.</summary>
    public bool IsNull => Kind <= DataKind.Null;

    public bool Boolean => _bits != 0;

    /// <summary>Of <see cref="DataKind.Whole"/>; days or microseconds of the kinds of time.</summary>
    public long Whole => _bits;

    public double Real => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>Of <see cref="DataKind.Text"/>, <see cref="DataKind.Numeric"/> and <see cref="DataKind.Json"/>; empty for the others.</summary>
    public string Text => _text ?? "";

    public static DataValue Of(bool value) => new(DataKind.Boolean, value ? 1 : 0, null);

    public static DataValue Of(long value) => new(DataKind.Whole, value, null);

    public static DataValue Of(double value) => new(DataKind.Real, BitConverter.DoubleToInt64Bits(value), null);

    /// <summary>Null becomes <see cref="DataKind.Null"/>.</summary>
    public static DataValue Of(string? text) => text is null ? Null : new DataValue(DataKind.Text, 0, text);

    /// <param name="text">In the form of <see cref="DataKind.Numeric"/>.</param>
    public static DataValue Numeric(string text) => new(DataKind.Numeric, 0, text);

    /// <param name="text">One complete JSON value.</param>
    public static DataValue Json(string text) => new(DataKind.Json, 0, text);

    public static DataValue Date(long days) => new(DataKind.Date, days, null);

    public static DataValue Time(long microseconds) => new(DataKind.Time, microseconds, null);

    public static DataValue Timestamp(long microseconds) => new(DataKind.Timestamp, microseconds, null);

    public static DataValue TimestampTz(long microseconds) => new(DataKind.TimestampTz, microseconds, null);

    public static bool operator ==(DataValue left, DataValue right) => left.Equals(right);

    public static bool operator !=(DataValue left, DataValue right) => !left.Equals(right);

    public bool Equals(DataValue other) => Kind == other.Kind && _bits == other._bits && _text == other._text;

    public override bool Equals(object? obj) => obj is DataValue other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, _bits, _text);

    /// <summary>For messages and tests: kind and content.</summary>
    public override string ToString() => Kind switch
    {
        DataKind.Missing or DataKind.Null => Kind.ToString(),
        DataKind.Real => $"Real {Real}",
        DataKind.Text or DataKind.Numeric or DataKind.Json => $"{Kind} {_text}",
        _ => $"{Kind} {_bits}",
    };
}
