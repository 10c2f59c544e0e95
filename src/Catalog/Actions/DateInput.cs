using System.Globalization;
using System.Text.RegularExpressions;

namespace Purbalingga.Catalog.Actions;

/// <summary>CKAN's reading of dates: ISO 8601, or else the groups of digits in order.</summary>
public static partial class DateInput
{
    /// <summary>Reads a time; one without a zone is UTC.</summary>
    /// <returns>False when it is none: <c>Date format incorrect</c>.</returns>
    public static bool TryParse(string text, out DateTime time)
    {
        time = default;
        var trimmed = text.Trim();
        if (Iso().IsMatch(trimmed))
        {
            var fine = DateTime.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var parsed);
            time = fine ? Clock.Cut(parsed) : default;
            return fine;
        }

        if (trimmed.Length > 40 || !DigitGroups().IsMatch(trimmed))
        {
            return false;
        }

        var groups = Digits().Matches(trimmed).Select(m => m.Value).ToArray();
        if (groups.Length is < 3 or > 7 || groups.Any(g => g.Length > 6))
        {
            return false;
        }

        var numbers = groups.Select(g => int.Parse(g, CultureInfo.InvariantCulture)).ToArray();
        int At(int i) => i < numbers.Length ? numbers[i] : 0;
        var microseconds = groups.Length == 7 ? int.Parse(groups[6].PadRight(6, '0'), CultureInfo.InvariantCulture) : 0;
        if (At(0) is < 1 or > 9999 || At(1) is < 1 or > 12 || At(2) < 1 || At(2) > DateTime.DaysInMonth(At(0), At(1)) || At(3) > 23 || At(4) > 59 || At(5) > 59)
        {
            return false;
        }

        time = new DateTime(At(0), At(1), At(2), At(3), At(4), At(5), DateTimeKind.Utc).AddMicroseconds(microseconds);
        return true;
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^\d[\d\s:/.T-]*Z?$")]
    private static partial Regex DigitGroups();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
