using System.Globalization;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Reads dates and times as PostgreSQL does with its usual settings (ISO; month before day where slashes stand).</summary>
internal static class DateTimeInput
{
    private static readonly string[] Dates =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "M/d/yyyy", "M-d-yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy", "d MMMM yyyy", "d MMM yyyy", "yyyy-MMM-d", "d-MMM-yyyy",
    ];

    private static readonly string[] Times = ["H:m", "H:m:s", "H:m:s.FFFFFFF", "h:mm tt", "h:mm:ss tt", "HHmmss"];

    private static readonly string[] Offsets = ["zzz", "zz", "z"];

    /// <param name="trimmed">What is read.</param>
    /// <param name="given">What the message tells.</param>
    /// <param name="kind">Date, time or timestamp.</param>
    /// <exception cref="DataStoreException"><see cref="DataStoreError.BadValue"/></exception>
    public static DataValue Read(string trimmed, string given, string type, DataKind kind)
    {
        if (kind == DataKind.Time)
        {
            return TryTime(trimmed, out var time, out _) ? DataValue.Time(time.Ticks / TimeSpan.TicksPerMicrosecond) : throw Syntax(type, given, trimmed);
        }

        if (!TryDateTime(trimmed, out var value, out var offset))
        {
            throw Syntax(type, given, trimmed);
        }

        return kind switch
        {
            DataKind.Date => DataValue.Date((value.Date - DateTime.UnixEpoch).Days),
            DataKind.TimestampTz => DataValue.TimestampTz(Micros(value - (offset ?? TimeSpan.Zero))),
            _ => DataValue.Timestamp(Micros(value)),
        };
    }

    private static long Micros(DateTime value) => (value.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private static bool TryDateTime(string text, out DateTime value, out TimeSpan? offset)
    {
        offset = null;
        if (TryDate(text, out value))
        {
            return true;
        }

        // The date ends at a T between digits or at a blank before a sign of the time
        for (var at = text.Length - 1; at > 5; at--)
        {
            if ((text[at] is 'T' or 't' && char.IsAsciiDigit(text[at - 1]) || text[at] == ' ') && TryDate(text[..at].TrimEnd(), out var date) && TryTime(text[(at + 1)..].Trim(), out var time, out offset))
            {
                value = date + time;
                return true;
            }
        }

        return false;
    }

    private static bool TryDate(string text, out DateTime date) =>
        DateTime.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static bool TryTime(string text, out TimeSpan time, out TimeSpan? offset)
    {
        offset = null;
        time = default;
        if (text.EndsWith('Z') || text.EndsWith('z'))
        {
            offset = TimeSpan.Zero;
            text = text[..^1].TrimEnd();
        }
        else if (text.LastIndexOfAny(['+', '-']) is > 0 and var sign)
        {
            var zone = text[sign..].Replace(" ", "", StringComparison.Ordinal);
            zone = zone.Length == 5 && !zone.Contains(':', StringComparison.Ordinal) ? zone.Insert(3, ":") : zone;
            if (!DateTimeOffset.TryParseExact("2000-01-01 " + zone, [.. Offsets.Select(o => "yyyy-MM-dd " + o)], CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned))
            {
                return false;
            }

            offset = zoned.Offset;
            text = text[..sign].TrimEnd();
        }

        if (text is "24:00" or "24:00:00")
        {
            time = TimeSpan.FromDays(1);
            return true;
        }

        if (!DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var parsed))
        {
            return false;
        }

        time = parsed.TimeOfDay;
        return true;
    }

    private static DataStoreException Syntax(string type, string given, string trimmed) =>
        trimmed.Length > 0 && trimmed.All(sign => char.IsAsciiDigit(sign) || sign is '-' or '/' or ':' or '.' or ' ' or 'T' or '+' or 'Z') && trimmed.Count(sign => sign is '-' or '/' or ':') >= 2
            ? new DataStoreException(DataStoreError.BadValue, $"date/time field value out of range: \"{given}\"")
            : new DataStoreException(DataStoreError.BadValue, $"invalid input syntax for type {ColumnTypes.InMessages(type)}: \"{given}\"");
}
