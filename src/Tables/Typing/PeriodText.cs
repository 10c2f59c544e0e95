using System.Globalization;

namespace Purbalingga.Tables.Typing;

/// <summary>Reads months, quarters and half-years with their year.</summary>
internal static class PeriodText
{
    /// <summary>The kind of period and its first day; <see cref="Readings.None"/> when it is none.</summary>
    public static Readings Read(ReadOnlySpan<char> text, out DateTime first)
    {
        first = default;
        text = text.Trim();
        if (text.Length is < 6 or > 40 || !text.ContainsAnyInRange('0', '9'))
        {
            return Readings.None;
        }

        // 2025-12
        if (text.Length == 7 && text[4] == '-' && TryYear(text[..4], out var isoYear) && int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var isoMonth))
        {
            return First(isoYear, isoMonth, Readings.Month, out first);
        }

        Span<Range> ranges = stackalloc Range[6];
        var count = text.SplitAny(ranges, " -/.,'", StringSplitOptions.RemoveEmptyEntries);
        if (count is < 2 or > 5)
        {
            return Readings.None;
        }

        // The year stands at one end: Triwulan I 2025, 2025 Q1
        var pieces = ranges[..count];
        if (TryYear(text[pieces[^1]], out var year))
        {
            pieces = pieces[..^1];
            pieces = pieces.Length > 1 && text[pieces[^1]].Equals("tahun", StringComparison.OrdinalIgnoreCase) ? pieces[..^1] : pieces;
        }
        else if (TryYear(text[pieces[0]], out year))
        {
            pieces = pieces[1..];
        }
        else
        {
            return Readings.None;
        }

        return pieces.Length switch
        {
            1 when DateText.TryMonth(text[pieces[0]], out var month) => First(year, month, Readings.Month, out first),
            1 => OfShort(text[pieces[0]], year, out first),
            2 when text[pieces[0]].Equals("bulan", StringComparison.OrdinalIgnoreCase) && DateText.TryMonth(text[pieces[1]], out var month) =>
                First(year, month, Readings.Month, out first),
            2 => Named(text[pieces[0]], text[pieces[1]], year, out first),
            _ => Readings.None,
        };
    }

    /// <summary><c>Q1</c>, <c>TW4</c>.</summary>
    private static Readings OfShort(ReadOnlySpan<char> text, int year, out DateTime first)
    {
        var at = text.IndexOfAnyInRange('0', '9');
        first = default;
        return at is 1 or 2 ? Named(text[..at], text[at..], year, out first) : Readings.None;
    }

    private static Readings Named(ReadOnlySpan<char> kind, ReadOnlySpan<char> number, int year, out DateTime first)
    {
        first = default;
        var at = Ordinal(number);
        if (at is >= 1 and <= 4 && IsOneOf(kind, "triwulan", "tw", "trw", "kuartal", "q", "quarter"))
        {
            return First(year, (at * 3) - 2, Readings.Quarter, out first);
        }

        return at is 1 or 2 && IsOneOf(kind, "semester", "smt", "sem", "sms") ? First(year, (at * 6) - 5, Readings.Semester, out first) : Readings.None;
    }

    private static bool IsOneOf(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int Ordinal(ReadOnlySpan<char> text) => text switch
    {
        "1" or "I" or "i" => 1,
        "2" or "II" or "ii" => 2,
        "3" or "III" or "iii" => 3,
        "4" or "IV" or "iv" => 4,
        _ => 0,
    };

    private static bool TryYear(ReadOnlySpan<char> text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && text.Length == 4 && year is >= 1900 and <= 2100;

    private static Readings First(int year, int month, Readings kind, out DateTime first)
    {
        first = month is >= 1 and <= 12 ? new DateTime(year, month, 1) : default;
        return first == default ? Readings.None : kind;
    }
}
