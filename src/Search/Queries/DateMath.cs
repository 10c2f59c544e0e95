using System.Globalization;

namespace Purbalingga.Search.Queries;

/// <summary>Dates as Solr writes them: <c>2024-01-01T00:00:00Z</c> or <c>NOW</c>, then roundings and offsets: <c>NOW-1DAY/DAY</c>, <c>…Z+2MONTHS</c>. UTC.</summary>
internal static class DateMath
{
    // Past this no offset gives a year the calendar has, and the arithmetic stays within its types
    private const int LargestAmount = 100_000_000;

    /// <summary>Reads a date with arithmetic.</summary>
    /// <param name="now">What NOW means.</param>
    /// <param name="milliseconds">Milliseconds since 1970.</param>
    public static bool TryParse(string text, DateTime now, out long milliseconds)
    {
        milliseconds = 0;
        DateTime time;
        var at = 0;
        if (text.StartsWith("NOW", StringComparison.Ordinal))
        {
            time = now;
            at = 3;
        }
        else
        {
            var z = text.IndexOf('Z', StringComparison.Ordinal);
            if (z < 0 || !TryParseInstant(text[..(z + 1)], out time))
            {
                return false;
            }
            at = z + 1;
        }
        while (at < text.Length)
        {
            var sign = text[at++];
            if (sign is not ('+' or '-' or '/'))
            {
                return false;
            }
            var digits = at;
            while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                digits++;
            }
            var amount = 0;
            if (sign != '/' && (!int.TryParse(text.AsSpan(at, digits - at), NumberStyles.None, CultureInfo.InvariantCulture, out amount) || amount > LargestAmount))
            {
                return false;
            }
            var end = digits;
            while (end < text.Length && char.IsAsciiLetterUpper(text[end]))
            {
                end++;
            }
            var unit = text[digits..end];
            if (sign == '/' && digits != at)
            {
                return false;
            }
            at = end;
            if (!(sign == '/' ? TryRound(ref time, unit) : TryAdd(ref time, unit, sign == '-' ? -amount : amount)))
            {
                return false;
            }
        }
        milliseconds = ToMilliseconds(time);
        return true;
    }

    /// <summary>Milliseconds since 1970 of a UTC time.</summary>
    public static long ToMilliseconds(DateTime time) => (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    /// <summary>Reads an instant in one of the forms in which documents carry them; without zone it is UTC.</summary>
    public static bool TryParseStored(string text, out long milliseconds)
    {
        var parsed = DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time);
        milliseconds = parsed ? ToMilliseconds(time) : 0;
        return parsed;
    }

    private static bool TryParseInstant(string text, out DateTime time) =>
        DateTime.TryParseExact(
            text,
            ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out time);

    private static bool TryRound(ref DateTime time, string unit)
    {
        var rounded = unit switch
        {
            "YEAR" or "YEARS" => new DateTime(time.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            "MONTH" or "MONTHS" => new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Utc),
            "DAY" or "DAYS" or "DATE" => time.Date,
            "HOUR" or "HOURS" => time.Date.AddHours(time.Hour),
            "MINUTE" or "MINUTES" => time.Date.AddHours(time.Hour).AddMinutes(time.Minute),
            "SECOND" or "SECONDS" => new DateTime(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc),
            "MILLI" or "MILLIS" or "MILLISECOND" or "MILLISECONDS" => new DateTime(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc),
            _ => (DateTime?)null,
        };
        time = rounded ?? time;
        return rounded is not null;
    }

    private static bool TryAdd(ref DateTime time, string unit, int amount)
    {
        if (unit is "YEAR" or "YEARS" or "MONTH" or "MONTHS")
        {
            var months = unit[0] == 'Y' ? amount * 12L : amount;
            var target = (time.Year * 12L) + time.Month - 1 + months;
            if (target < 12 || target >= 10_000 * 12)
            {
                return false;
            }
            time = time.AddMonths((int)months);
            return true;
        }
        var ticks = unit switch
        {
            "DAY" or "DAYS" or "DATE" => TimeSpan.TicksPerDay,
            "HOUR" or "HOURS" => TimeSpan.TicksPerHour,
            "MINUTE" or "MINUTES" => TimeSpan.TicksPerMinute,
            "SECOND" or "SECONDS" => TimeSpan.TicksPerSecond,
            "MILLI" or "MILLIS" or "MILLISECOND" or "MILLISECONDS" => TimeSpan.TicksPerMillisecond,
            _ => 0L,
        };
        if (ticks == 0)
        {
            return false;
        }
        // decimal, because the largest amount of days leaves the range of long
        var sum = time.Ticks + ((decimal)ticks * amount);
        if (sum < DateTime.MinValue.Ticks || sum > DateTime.MaxValue.Ticks)
        {
            return false;
        }
        time = new DateTime((long)sum, DateTimeKind.Utc);
        return true;
    }
}
