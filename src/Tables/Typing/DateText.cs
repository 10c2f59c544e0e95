using System.Collections.Frozen;
using System.Globalization;

namespace Purbalingga.Tables.Typing;

/// <summary>Reads days and moments, with Indonesian and English month names.</summary>
internal static class DateText
{
    private static readonly FrozenDictionary<string, int> Months = new (string Name, int Month)[]
    {
        ("januari", 1), ("jan", 1), ("january", 1), ("februari", 2), ("feb", 2), ("pebruari", 2), ("peb", 2), ("february", 2),
        ("maret", 3), ("mar", 3), ("march", 3), ("april", 4), ("apr", 4), ("mei", 5), ("may", 5), ("juni", 6), ("jun", 6), ("june", 6),
        ("juli", 7), ("jul", 7), ("july", 7), ("agustus", 8), ("agu", 8), ("agt", 8), ("ags", 8), ("agst", 8), ("aug", 8), ("august", 8),
        ("september", 9), ("sep", 9), ("sept", 9), ("oktober", 10), ("okt", 10), ("oct", 10), ("october", 10),
        ("november", 11), ("nov", 11), ("nopember", 11), ("nop", 11), ("desember", 12), ("des", 12), ("dec", 12), ("december", 12),
    }.ToFrozenDictionary(m => m.Name, m => m.Month, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthLookup =
        Months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The readings that give a valid day, moment or period; none when it is no date.</summary>
    /// <param name="text">Need not be trimmed.</param>
    /// <param name="clock">Whether it carries a time of day.</param>
    public static Readings Read(ReadOnlySpan<char> text, out bool clock)
    {
        clock = false;
        text = text.Trim();
        if (text.Length is < 6 or > 40 || !text.ContainsAnyInRange('0', '9'))
        {
            return Readings.None;
        }

        if (TryIso(text, out _) || TryNamed(text, out _))
        {
            return Readings.Date | Readings.DayFirst | Readings.MonthFirst | Readings.DateTime;
        }

        var readings = (TryNumeric(text, dayFirst: true, out _) ? Readings.DayFirst | Readings.DateTime : Readings.None)
            | (TryNumeric(text, dayFirst: false, out _) ? Readings.MonthFirst : Readings.None);
        if (readings != Readings.None)
        {
            return readings;
        }

        clock = TryMoment(text, out _);
        return clock ? Readings.DateTime : PeriodText.Read(text, out _);
    }

    public static bool TryMonth(ReadOnlySpan<char> name, out int month) => MonthLookup.TryGetValue(name, out month);

    /// <summary>The moment by one reading; midnight for days.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, Readings reading, out DateTime moment)
    {
        moment = default;
        text = text.Trim();
        if (text.Length is < 6 or > 40 || !text.ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        return reading switch
        {
            Readings.Date => TryIso(text, out moment) || TryNamed(text, out moment),
            Readings.DayFirst or Readings.MonthFirst =>
                TryNumeric(text, reading == Readings.DayFirst, out moment) || TryIso(text, out moment) || TryNamed(text, out moment),
            Readings.DateTime =>
                TryMoment(text, out moment) || TryIso(text, out moment) || TryNumeric(text, dayFirst: true, out moment) || TryNamed(text, out moment),
            Readings.Month or Readings.Quarter or Readings.Semester => PeriodText.Read(text, out moment) == reading,
            _ => false,
        };
    }

    private static bool TryIso(ReadOnlySpan<char> text, out DateTime day)
    {
        day = default;
        if (text.Length is < 8 or > 10 || !char.IsAsciiDigit(text[3]) || text[4] is not ('-' or '/' or '.'))
        {
            return false;
        }

        Span<int> numbers = stackalloc int[3];
        return TryNumbers(text, text[4], numbers) && TryDay(numbers[0], numbers[1], numbers[2], out day);
    }

    private static bool TryNumeric(ReadOnlySpan<char> text, bool dayFirst, out DateTime day)
    {
        day = default;
        if (text.Length > 10)
        {
            return false;
        }

        var at = text.IndexOfAny('/', '-', '.');
        Span<int> numbers = stackalloc int[3];
        // Four digits of the year, else 03.03.09 (a region code) would be a day
        if (at is not (1 or 2) || text.Length < 4 || text[^4..].IndexOfAnyExceptInRange('0', '9') >= 0 || !TryNumbers(text, text[at], numbers))
        {
            return false;
        }

        return dayFirst ? TryDay(numbers[2], numbers[1], numbers[0], out day) : TryDay(numbers[2], numbers[0], numbers[1], out day);
    }

    /// <summary><c>31 Desember 2025</c>, <c>Senin, 1 Des 2025</c>, <c>31-Des-2025</c>.</summary>
    private static bool TryNamed(ReadOnlySpan<char> text, out DateTime day)
    {
        day = default;
        var comma = text.IndexOf(',');
        if (comma > 0)
        {
            if (text[..comma].ContainsAnyInRange('0', '9'))
            {
                return false;
            }

            text = text[(comma + 1)..].Trim();
        }

        Span<Range> pieces = stackalloc Range[4];
        if (text.SplitAny(pieces, " -/", StringSplitOptions.RemoveEmptyEntries) != 3)
        {
            return false;
        }

        return int.TryParse(text[pieces[0]], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && MonthLookup.TryGetValue(text[pieces[1]].TrimEnd('.'), out var month)
            && text[pieces[2]].Length == 4
            && int.TryParse(text[pieces[2]], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && TryDay(year, month, number, out day);
    }

    private static bool TryMoment(ReadOnlySpan<char> text, out DateTime moment)
    {
        moment = default;
        var at = text.IndexOf('T');
        at = at < 0 ? text.LastIndexOf(' ') : at;
        if (at < 8)
        {
            return false;
        }

        var time = text[(at + 1)..];
        var day = text[..at].TrimEnd();
        if (!TryIso(day, out var date) && !TryNumeric(day, dayFirst: true, out date))
        {
            return false;
        }

        // A zone would be lost in a column of local times, so such moments must be UTC to be read
        time = time.EndsWith("Z") ? time[..^1] : time;
        if (time.Length is < 4 or > 16 || time.IndexOf(':') is not (1 or 2)
            || !TimeOnly.TryParseExact(time, ["H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
        {
            return false;
        }

        moment = date + clock.ToTimeSpan();
        return true;
    }

    private static bool TryNumbers(ReadOnlySpan<char> text, char separator, Span<int> numbers)
    {
        Span<Range> pieces = stackalloc Range[4];
        if (text.Split(pieces, separator) != 3)
        {
            return false;
        }

        for (var i = 0; i < 3; i++)
        {
            if (text[pieces[i]].Length is 0 or > 4
                || !int.TryParse(text[pieces[i]], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryDay(int year, int month, int day, out DateTime date)
    {
        date = default;
        if (year is < 1000 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateTime(year, month, day);
        return true;
    }
}
