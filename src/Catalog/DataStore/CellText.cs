using System.Globalization;
using System.Text.Json;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Cells as CKAN writes them into JSON and delimited text.</summary>
internal static class CellText
{
    /// <summary>Days since 1970 that DateTime can hold: years 1 to 9999.</summary>
    public const long FirstDay = -719_162;

    /// <inheritdoc cref="FirstDay"/>
    public const long LastDay = 2_932_896;

    public const long MicrosecondsOfDay = 86_400_000_000;

    /// <param name="milliseconds">Times always with three decimals, as searches give them; else as many as they have.</param>
    public static void Write(Utf8JsonWriter json, DataValue value, bool milliseconds)
    {
        switch (value.Kind)
        {
            case DataKind.Null or DataKind.Missing:
                json.WriteNullValue();
                break;
            case DataKind.Boolean:
                json.WriteBooleanValue(value.Boolean);
                break;
            case DataKind.Whole:
                json.WriteNumberValue(value.Whole);
                break;
            case DataKind.Real when double.IsFinite(value.Real):
                json.WriteNumberValue(value.Real);
                break;
            case DataKind.Numeric when char.IsAsciiDigit(value.Text[^1]):
                json.WriteRawValue(value.Text, skipInputValidation: true);
                break;
            case DataKind.Json:
                json.WriteRawValue(value.Text, skipInputValidation: true);
                break;
            default:
                json.WriteStringValue(Of(value, milliseconds));
                break;
        }
    }

    /// <summary>Text of a cell in CSV, TSV and XML; null for null.</summary>
    public static string? Of(DataValue value, bool milliseconds) => value.Kind switch
    {
        DataKind.Null or DataKind.Missing => null,
        DataKind.Boolean => value.Boolean ? "t" : "f",
        DataKind.Whole => value.Whole.ToString(CultureInfo.InvariantCulture),
        DataKind.Real => Of(value.Real),
        DataKind.Date => DateOf(value.Whole),
        DataKind.Time => TimeSpan.FromMicroseconds(value.Whole) is var time && time.Ticks % TimeSpan.TicksPerSecond == 0
            ? $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}" : time.ToString(@"hh\:mm\:ss\.ffffff", CultureInfo.InvariantCulture).TrimEnd('0'),
        DataKind.Timestamp => Moment(value.Whole, milliseconds),
        DataKind.TimestampTz => Moment(value.Whole, milliseconds) + "+00:00",
        _ => value.Text,
    };

    /// <summary>A number as short as it can be read back, with PostgreSQL's words for what is none.</summary>
    public static string Of(double real) => real switch
    {
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => real.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>A date, of days since 1970.</summary>
    public static string DateOf(long days) => days is >= FirstDay and <= LastDay
        ? DateTime.UnixEpoch.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : DuckText.Date(days);

    private static string Moment(long microseconds, bool milliseconds)
    {
        if (microseconds is < FirstDay * MicrosecondsOfDay or >= (LastDay + 1) * MicrosecondsOfDay)
        {
            return DuckText.Timestamp(microseconds, 'T');
        }

        // Not AddMicroseconds, which counts in floating point
        var time = DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
        var text = time.ToString(milliseconds ? "yyyy-MM-ddTHH:mm:ss.fff" : "yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        return milliseconds ? text : text.TrimEnd('0').TrimEnd('.');
    }
}
