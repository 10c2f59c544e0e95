using System.Globalization;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>How cells lie in DuckDB.</summary>
internal static class StoredColumns
{
    /// <summary>Digits behind the point of a decimal of 18 digits, which DuckDB counts in 64 bits, much faster than 38.</summary>
    private const int NarrowScale = 6;

    private static readonly Int128 NarrowLimit = (Int128)1_000_000_000_000_000_000;

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>DuckDB's type of a column. JSON and arrays lie as text, as they came.</summary>
    public static string Type(DataColumn column, IReadOnlyDictionary<string, int> wide) => column.Type switch
    {
        "int2" => "SMALLINT",
        "int4" => "INTEGER",
        "int8" => "BIGINT",
        "float4" => "FLOAT",
        "float8" => "DOUBLE",
        "bool" => "BOOLEAN",
        "date" => "DATE",
        "time" => "TIME",
        "timestamp" => "TIMESTAMP",
        "timestamptz" => "TIMESTAMPTZ",
        "numeric" => wide.TryGetValue(column.Name, out var scale) ? $"DECIMAL(38,{scale})" : $"DECIMAL(18,{NarrowScale})",
        _ => "VARCHAR",
    };

    /// <summary>Digits behind the point that a column of 38 digits must have for this value too.</summary>
    /// <returns>Null when the column can take it as it is.</returns>
    /// <exception cref="DataStoreException">No column of this engine can take it.</exception>
    public static int? Widen(DataColumn column, IReadOnlyDictionary<string, int> wide, string numeric)
    {
        var isWide = wide.TryGetValue(column.Name, out var scale);
        var (digits, has) = Parse(numeric) ?? throw TooLarge(numeric);
        var behind = isWide ? scale : NarrowScale;
        if (has <= behind && Scale(digits, behind - has) is { } fits && (isWide || Int128.Abs(fits) < NarrowLimit))
        {
            return null;
        }

        var wanted = Math.Max(Math.Max(has, behind), isWide ? 0 : 10);
        return Scale(digits, wanted - has) is null ? throw TooLarge(numeric) : wanted;
    }

    /// <summary>The digits without point, with <paramref name="scale"/> of them behind it.</summary>
    public static Int128 Digits(string numeric, int scale) =>
        Parse(numeric) is var (digits, has) && has <= scale && Scale(digits, scale - has) is { } value ? value : throw TooLarge(numeric);

    /// <summary>A cell of a result.</summary>
    public static DataValue Read(in DuckVector vector, int row, DataKind kind) => vector.IsNull(row) ? DataValue.Null : kind switch
    {
        DataKind.Boolean => DataValue.Of(vector.Boolean(row)),
        DataKind.Whole => DataValue.Of(vector.Int64(row)),
        DataKind.Real => DataValue.Of(vector.Double(row)),
        DataKind.Numeric when vector.Type.Id == DuckTypeId.Double => Average(vector.Double(row)),
        DataKind.Numeric => DataValue.Numeric(Trim(vector.Text(row))),
        DataKind.Date => DataValue.Date((int)vector.Int64(row)),
        DataKind.Time => DataValue.Time(vector.Int64(row)),
        DataKind.Timestamp => DataValue.Timestamp(vector.Microseconds(row)),
        DataKind.TimestampTz => DataValue.TimestampTz(vector.Microseconds(row)),
        DataKind.Json => DataValue.Json(vector.Text(row)),
        _ => DataValue.Of(vector.Text(row)),
    };

    /// <summary>Puts a cell into a row that is appended.</summary>
    public static void Write(DuckAppender appender, int column, DataValue value)
    {
        if (value.IsNull)
        {
            appender.SetNull(column);
            return;
        }

        switch (appender.Types[column])
        {
            case { Id: DuckTypeId.Boolean }:
                appender.Set(column, value.Boolean);
                break;
            case { Id: DuckTypeId.Float or DuckTypeId.Double }:
                appender.Set(column, value.Real);
                break;
            case { Id: DuckTypeId.Decimal } type:
                appender.Set(column, Digits(value.Text, type.Scale));
                break;
            case { Id: DuckTypeId.Varchar }:
                appender.Set(column, value.Text);
                break;
            default:
                appender.Set(column, value.Whole);
                break;
        }
    }

    // Of decimal numbers, but DuckDB reckons it in floating point; beyond 28 digits it stays such
    private static DataValue Average(double value) =>
        Math.Abs(value) < 1e27 ? DataValue.Numeric(Trim(((decimal)value).ToString(CultureInfo.InvariantCulture))) : DataValue.Of(value);

    public static string Trim(string decimals) => decimals.Contains('.', StringComparison.Ordinal) ? decimals.TrimEnd('0').TrimEnd('.') : decimals;

    private static (Int128 Digits, int Scale)? Parse(string numeric)
    {
        var point = numeric.IndexOf('.', StringComparison.Ordinal);
        var text = point < 0 ? numeric : Trim(numeric);
        point = text.IndexOf('.', StringComparison.Ordinal);
        return Int128.TryParse(point < 0 ? text : text.Remove(point, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits)
            ? (digits, point < 0 ? 0 : text.Length - point - 1)
            : null;
    }

    // Null when it is more than 38 digits
    private static Int128? Scale(Int128 digits, int by)
    {
        var limit = Int128.Parse("99999999999999999999999999999999999999", CultureInfo.InvariantCulture);
        for (var i = 0; i < by; i++)
        {
            if (Int128.Abs(digits) > limit / 10)
            {
                return null;
            }

            digits *= 10;
        }

        return by is >= 0 and <= 38 && Int128.Abs(digits) <= limit ? digits : null;
    }

    private static DataStoreException TooLarge(string numeric) =>
        new(DataStoreError.BadValue, $"numeric field overflow: {(numeric.Length > 60 ? numeric[..60] + "..." : numeric)}");
}
