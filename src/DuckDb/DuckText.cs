using System.Globalization;
using System.Text;

namespace Purbalingga.DuckDb;

/// <summary>Values as text, as DuckDB's cast writes them, in the whole range of its types.</summary>
public static class DuckText
{
    private const long MicrosecondsOfDay = 86_400_000_000;

    /// <summary>Digits with a point before the last <paramref name="scale"/> of them.</summary>
    public static string Decimal(Int128 digits, int scale)
    {
        if (scale == 0)
        {
            return digits.ToString(CultureInfo.InvariantCulture);
        }

        var text = (digits < 0 ? (UInt128)(-digits) : (UInt128)digits).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return $"{(digits < 0 ? "-" : "")}{text[..^scale]}.{text[^scale..]}";
    }

    /// <summary><c>2026-11-24</c>; years before 1 end in <c> (BC)</c>.</summary>
    /// <param name="days">Since 1970-01-01; the greatest and the least number mean infinity.</param>
    public static string Date(long days)
    {
        if (days is int.MaxValue or -int.MaxValue)
        {
            return days > 0 ? "infinity" : "-infinity";
        }

        // Civil date of a day count, proleptic Gregorian, in eras of 400 years that begin on March 1
        var z = days + 719_468;
        var era = Math.DivRem(z - (z < 0 ? 146_096 : 0), 146_097).Quotient;
        var dayOfEra = z - era * 146_097;
        var yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var shifted = (5 * dayOfYear + 2) / 153;
        var day = dayOfYear - (153 * shifted + 2) / 5 + 1;
        var month = shifted < 10 ? shifted + 3 : shifted - 9;
        var year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{(year > 0 ? year : 1 - year):0000}-{month:00}-{day:00}{(year > 0 ? "" : " (BC)")}");
    }

    /// <summary><c>23:59:59.5</c>.</summary>
    /// <param name="microseconds">Since midnight.</param>
    public static string Time(long microseconds)
    {
        var seconds = Math.DivRem(microseconds, 1_000_000, out var fraction);
        var text = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        return fraction == 0 ? text : text + string.Create(CultureInfo.InvariantCulture, $".{fraction:000000}").TrimEnd('0');
    }

    /// <summary>Date, <paramref name="between"/> and time.</summary>
    /// <param name="microseconds">Since 1970-01-01; the greatest and the least number mean infinity.</param>
    public static string Timestamp(long microseconds, char between)
    {
        if (microseconds is long.MaxValue or -long.MaxValue)
        {
            return microseconds > 0 ? "infinity" : "-infinity";
        }

        var days = Math.DivRem(microseconds - (microseconds < 0 ? MicrosecondsOfDay - 1 : 0), MicrosecondsOfDay).Quotient;
        return Date(days) + between + Time(microseconds - days * MicrosecondsOfDay);
    }

    internal static string TimeTz(ulong bits)
    {
        // 40 bits of microseconds, then the offset, turned so that it sorts: 16 hours less 1 second minus the offset
        var offset = 15 * 3600 + 59 * 60 + 59 - (int)(bits & 0xFF_FFFF);
        var minutes = Math.Abs(offset) / 60;
        return Time((long)(bits >> 24)) + string.Create(CultureInfo.InvariantCulture, $"{(offset < 0 ? '-' : '+')}{minutes / 60:00}")
            + (minutes % 60 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{minutes % 60:00}"));
    }

    internal static string Interval(int months, int days, long microseconds)
    {
        var parts = new List<string>();
        AddPart(parts, months / 12, "year");
        AddPart(parts, months % 12, "month");
        AddPart(parts, days, "day");
        if (microseconds != 0 || parts.Count == 0)
        {
            parts.Add((microseconds < 0 ? "-" : "") + Time(Math.Abs(microseconds)));
        }

        return string.Join(' ', parts);
    }

    internal static string Bits(ReadOnlySpan<byte> bytes)
    {
        // The first byte tells how many bits of the second are filling
        var text = new StringBuilder(bytes.Length * 8);
        foreach (var b in bytes[1..])
        {
            text.Append(Convert.ToString(b, 2).PadLeft(8, '0'));
        }

        return text.ToString(bytes[0], text.Length - bytes[0]);
    }

    private static void AddPart(List<string> parts, int count, string unit)
    {
        if (count != 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count is 1 or -1 ? "" : "s")}"));
        }
    }
}
