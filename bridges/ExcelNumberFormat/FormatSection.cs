using System.Globalization;
using System.Text;

namespace ExcelNumberFormat;

/// <summary>One of up to four sections of a number format (positive, negative, zero, text).</summary>
internal sealed class FormatSection
{
    private readonly List<FormatToken> _tokens;

    private FormatSection(List<FormatToken> tokens)
    {
        _tokens = tokens;
        IsDate = tokens.Exists(t => !t.IsLiteral && "ymdhsYMDHS".Contains(t.Text[0], StringComparison.Ordinal));
    }

    public bool IsDate { get; }

    private bool IsGeneral => _tokens.Count == 0 || _tokens.Exists(t => !t.IsLiteral && t.Text == "General");

    public static bool TrySplit(string format, out IReadOnlyList<FormatSection> sections)
    {
        var found = new List<FormatSection>();
        var tokens = new List<FormatToken>();
        sections = found;
        for (var i = 0; i < format.Length; i++)
        {
            var sign = format[i];
            if (sign == ';')
            {
                found.Add(new FormatSection(tokens));
                tokens = [];
            }
            else if (sign == '"' || sign == '[')
            {
                var end = format.IndexOf(sign == '"' ? '"' : ']', i + 1);
                if (end < 0)
                {
                    return false;
                }

                if (sign == '"')
                {
                    tokens.Add(new FormatToken(format[(i + 1)..end], IsLiteral: true));
                }

                i = end;
            }
            else if (sign is '\\' or '_' or '*' && i + 1 < format.Length)
            {
                // "_x" leaves the width of x, "*x" fills the cell with x: neither has a place in plain text.
                i++;
                tokens.Add(new FormatToken(sign == '\\' ? format[i].ToString() : sign == '_' ? " " : "", IsLiteral: true));
            }
            else if (string.CompareOrdinal(format, i, "General", 0, 7) == 0)
            {
                tokens.Add(new FormatToken("General", IsLiteral: false));
                i += 6;
            }
            else
            {
                var end = i + 1;
                while (end < format.Length && char.IsAsciiLetter(sign) && char.ToLowerInvariant(format[end]) == char.ToLowerInvariant(sign))
                {
                    end++;
                }

                tokens.Add(new FormatToken(format[i..end], IsLiteral: !"ymdhsYMDHS0#?.,%eE@+-".Contains(sign, StringComparison.Ordinal)));
                i = end - 1;
            }
        }

        found.Add(new FormatSection(tokens));
        return found.Count <= 4;
    }

    public static bool IsDateSerial(double number) => number is >= 0 and < 2958466;

    public string FormatText(string text) =>
        string.Concat(_tokens.Select(t => !t.IsLiteral && t.Text == "@" ? text : t.IsLiteral ? t.Text : ""));

    public string FormatNumber(double number, CultureInfo culture)
    {
        if (IsGeneral)
        {
            return number.ToString("G11", culture);
        }

        // .NET's custom formats know the same digits, thousands, percent and exponent; literals are quoted for it.
        var custom = new StringBuilder();
        foreach (var token in _tokens)
        {
            custom.Append(token.IsLiteral && token.Text.Length > 0 ? "'" + token.Text.Replace("'", "\\'", StringComparison.Ordinal) + "'" : token.Text.Replace('?', '#'));
        }

        return number.ToString(custom.ToString(), culture);
    }

    public string FormatDate(DateTime moment, CultureInfo culture)
    {
        var text = new StringBuilder();
        for (var i = 0; i < _tokens.Count; i++)
        {
            var token = _tokens[i];
            text.Append(token.IsLiteral ? token.Text : FormatPart(moment, token.Text, IsMinute(i), culture));
        }

        return text.ToString();
    }

    private static string FormatPart(DateTime moment, string part, bool minute, CultureInfo culture) => (char.ToLowerInvariant(part[0]), part.Length) switch
    {
        ('y', <= 2) => moment.ToString("yy", culture),
        ('y', _) => moment.ToString("yyyy", culture),
        ('m', 1) when minute => moment.ToString("%m", culture),
        ('m', _) when minute => moment.ToString("mm", culture),
        ('m', 1) => moment.ToString("%M", culture),
        ('m', 2) => moment.ToString("MM", culture),
        ('m', 3) => moment.ToString("MMM", culture),
        ('m', _) => moment.ToString("MMMM", culture),
        ('d', 1) => moment.ToString("%d", culture),
        ('d', 2) => moment.ToString("dd", culture),
        ('d', 3) => moment.ToString("ddd", culture),
        ('d', _) => moment.ToString("dddd", culture),
        ('h', 1) => moment.ToString("%H", culture),
        ('h', _) => moment.ToString("HH", culture),
        ('s', 1) => moment.ToString("%s", culture),
        ('s', _) => moment.ToString("ss", culture),
        _ => part,
    };

    /// <summary>An m after hours or before seconds means minutes, elsewhere months.</summary>
    private bool IsMinute(int at)
    {
        var before = _tokens.Take(at).LastOrDefault(t => !t.IsLiteral && char.IsAsciiLetter(t.Text[0]));
        var after = _tokens.Skip(at + 1).FirstOrDefault(t => !t.IsLiteral && char.IsAsciiLetter(t.Text[0]));
        return before?.Text[0] is 'h' or 'H' || after?.Text[0] is 's' or 'S';
    }
}
