using System.Globalization;

namespace Purbalingga.Tables.Typing;

/// <summary>Reads numbers as people and programs in Indonesia write them.</summary>
internal static class NumberText
{
    private const int MaxDigits = 15;

    /// <summary>A text taken apart: sign, unit, and the digits with their separators.</summary>
    private readonly ref struct Parts
    {
        public ReadOnlySpan<char> Digits { get; init; }
        public bool Negative { get; init; }
        public bool Percent { get; init; }
    }

    /// <summary>The styles in which the text is a number; none for codes (leading zeros, 16 digits and more) and everything else.</summary>
    /// <param name="text">Trimmed.</param>
    /// <param name="percent">Whether a percent sign follows.</param>
    /// <param name="grouped">Whether it is only told from a decimal by guessing: one separator with three digits after it.</param>
    public static Readings Read(ReadOnlySpan<char> text, out bool percent, out bool grouped)
    {
        grouped = false;
        if (!TakeApart(text, out var parts))
        {
            percent = false;
            return Readings.None;
        }

        percent = parts.Percent;
        return Classify(parts.Digits, out grouped);
    }

    /// <summary>The value in a style that <see cref="Read"/> allowed.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, Readings style, out double value)
    {
        value = 0;
        if (!TakeApart(text, out var parts) || (Classify(parts.Digits, out _) & style) == 0)
        {
            return false;
        }

        Span<char> plain = stackalloc char[parts.Digits.Length];
        var length = 0;
        foreach (var c in parts.Digits)
        {
            var isDecimal = c == (style == Readings.Indonesian ? ',' : '.');
            if (isDecimal)
            {
                plain[length++] = '.';
            }
            else if (c is not ('.' or ',' or ' ' or '\u00A0'))
            {
                plain[length++] = c;
            }
        }

        if (!double.TryParse(plain[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
        {
            return false;
        }

        value = parts.Negative ? -value : value;
        return true;
    }

    private static bool TakeApart(ReadOnlySpan<char> text, out Parts parts)
    {
        parts = default;
        text = text.Trim();
        if (text.IsEmpty || text.Length > 64)
        {
            return false;
        }

        var negative = false;
        if (text[0] == '(' && text[^1] == ')')
        {
            negative = true;
            text = text[1..^1].Trim();
        }

        var percent = text.EndsWith("%");
        text = percent ? text[..^1].TrimEnd() : text;
        text = WithoutCurrency(text);
        if (text.Length > 1 && text[0] is '-' or '+' or '\u2212')
        {
            if (negative)
            {
                return false;
            }

            negative = text[0] != '+';
            text = text[1..];
        }

        parts = new Parts { Digits = text, Negative = negative, Percent = percent };
        return !text.IsEmpty && char.IsAsciiDigit(text[0]);
    }

    /// <summary>The text without a leading <c>Rp</c> and a trailing <c>,-</c>, as budgets are written.</summary>
    private static ReadOnlySpan<char> WithoutCurrency(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("Rp", StringComparison.OrdinalIgnoreCase) && text.Length > 2)
        {
            text = text[2..];
            text = (text[0] == '.' ? text[1..] : text).TrimStart();
            text = text.EndsWith(",-") ? text[..^2] : text;
        }

        return text;
    }

    private static Readings Classify(ReadOnlySpan<char> digits, out bool grouped)
    {
        grouped = false;
        int dots = 0, commas = 0, count = 0;
        foreach (var c in digits)
        {
            dots += c == '.' ? 1 : 0;
            commas += c == ',' ? 1 : 0;
            count += char.IsAsciiDigit(c) ? 1 : 0;
            if (!char.IsAsciiDigit(c) && c is not ('.' or ','))
            {
                return IsScientific(digits) ? Readings.DotDecimal : Readings.None;
            }
        }

        if (HasLeadingZero(digits))
        {
            return Readings.None; // 0123 is a code
        }

        if (dots == 0 && commas == 0)
        {
            return count <= MaxDigits ? Readings.Numbers : Readings.None; // longer ones are NIK, NIP, account numbers
        }

        var result = Readings.None;
        if (commas == 0 && dots == 1 && char.IsAsciiDigit(digits[^1]))
        {
            result |= Readings.DotDecimal;
        }

        if (FitsStyle(digits, group: '.', point: ','))
        {
            result |= Readings.Indonesian;
        }

        if (FitsStyle(digits, group: ',', point: '.'))
        {
            result |= Readings.English;
        }

        grouped = dots + commas == 1 && (result & Readings.Indonesian) != 0 && (result & (Readings.English | Readings.DotDecimal)) != 0;
        return result;
    }

    /// <summary>Digits in groups of three, then at most one decimal sign with digits after it.</summary>
    private static bool FitsStyle(ReadOnlySpan<char> digits, char group, char point)
    {
        var at = digits.IndexOf(point);
        var whole = at < 0 ? digits : digits[..at];
        if (at >= 0 && (at == digits.Length - 1 || digits[(at + 1)..].IndexOfAnyExceptInRange('0', '9') >= 0))
        {
            return false;
        }

        var first = whole.IndexOf(group);
        if (first < 0)
        {
            return true;
        }

        if (first is 0 or > 3 || whole[0] == '0')
        {
            return false;
        }

        for (var i = first; i < whole.Length; i += 4)
        {
            if (whole[i] != group || whole.Length - i < 4 || whole.Slice(i + 1, 3).IndexOfAnyExceptInRange('0', '9') >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasLeadingZero(ReadOnlySpan<char> digits) => digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1]);

    private static bool IsScientific(ReadOnlySpan<char> digits)
    {
        var e = digits.IndexOfAny('e', 'E');
        return e > 0 && e < digits.Length - 1 && digits.Length <= 32 && !HasLeadingZero(digits)
            && double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) && digits[..e].Contains('.');
    }
}
