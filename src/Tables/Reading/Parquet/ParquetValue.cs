using System.Globalization;
using Purbalingga.DuckDb;

namespace Purbalingga.Tables.Reading.Parquet;

/// <summary>Makes cells of DuckDB's values.</summary>
internal static class ParquetValue
{
    /// <summary>Whole numbers that a cell keeps exactly; longer ones are identifiers and become text.</summary>
    private const long MaxWhole = 1_000_000_000_000_000;

    private const long TicksPerMicrosecond = 10;

    /// <summary>Whether the file says that a column is text, or of a type that only text can show.</summary>
    public static bool IsText(DuckType type) => type.Id is not (DuckTypeId.Boolean or DuckTypeId.TinyInt or DuckTypeId.SmallInt or DuckTypeId.Integer
        or DuckTypeId.BigInt or DuckTypeId.UTinyInt or DuckTypeId.USmallInt or DuckTypeId.UInteger or DuckTypeId.UBigInt or DuckTypeId.HugeInt
        or DuckTypeId.Float or DuckTypeId.Double or DuckTypeId.Decimal or DuckTypeId.Date or DuckTypeId.Timestamp or DuckTypeId.TimestampSeconds
        or DuckTypeId.TimestampMilliseconds or DuckTypeId.TimestampNanoseconds or DuckTypeId.TimestampTz);

    public static TableCell Of(DuckVector values, int row, int number, int maxCharacters)
    {
        if (values.IsNull(row))
        {
            return TableCell.Empty;
        }

        switch (values.Type.Id)
        {
            case DuckTypeId.Boolean:
                return TableCell.OfBoolean(values.Boolean(row));
            case DuckTypeId.TinyInt or DuckTypeId.SmallInt or DuckTypeId.Integer or DuckTypeId.BigInt or DuckTypeId.UTinyInt or DuckTypeId.USmallInt
                or DuckTypeId.UInteger or DuckTypeId.UBigInt or DuckTypeId.HugeInt:
                var whole = values.Int128(row);
                return whole > -MaxWhole && whole < MaxWhole ? TableCell.OfNumber((double)whole) : TableCell.OfText(whole.ToString(CultureInfo.InvariantCulture));
            case DuckTypeId.Float or DuckTypeId.Double:
                return double.IsFinite(values.Double(row)) ? TableCell.OfNumber(values.Double(row)) : TableCell.Empty;
            case DuckTypeId.Decimal:
                var digits = values.Text(row);
                return TableCell.OfNumber(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture), digits);
            case DuckTypeId.Date or DuckTypeId.Timestamp or DuckTypeId.TimestampSeconds or DuckTypeId.TimestampMilliseconds
                or DuckTypeId.TimestampNanoseconds or DuckTypeId.TimestampTz:
                return Moment(values, row);
            default:
                var text = values.Text(row);
                return text.Length <= maxCharacters ? TableCell.OfText(text)
                    : throw new TableReadException(TableMessages.FieldTooLong(number, maxCharacters)) { Row = number };
        }
    }

    private static TableCell Moment(DuckVector values, int row)
    {
        var ticks = (Int128)values.Microseconds(row) * TicksPerMicrosecond + DateTime.UnixEpoch.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return TableCell.OfText(values.Text(row)); // infinity, and years that no calendar here has
        }

        var moment = new DateTime((long)ticks);
        return values.Type.Id == DuckTypeId.Date ? TableCell.OfDate(DateOnly.FromDateTime(moment)) : TableCell.OfDateTime(moment);
    }
}
