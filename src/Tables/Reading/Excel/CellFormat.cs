using System.Globalization;

namespace Purbalingga.Tables.Reading.Excel;

/// <summary>What a number format makes of a number: a day, a moment, a share, a code. Everything else is a number.</summary>
internal readonly record struct CellFormat(CellFormat.Meaning Means, int Digits = 0)
{
    private const double LastSerial = 2_958_466; // the day after 9999-12-31
    private const int Days1904 = 1462;
    private static readonly DateTime Epoch = new(1899, 12, 30);

    public enum Meaning : byte
    {
        Number,
        Percent,
        Date,
        DateTime,
        Time,

        /// <summary><c>0000</c>: digits shown with leading zeros.</summary>
        Code,

        /// <summary><c>@</c>: the number is shown as the text it is.</summary>
        Text,
    }

    /// <summary>Formats that Excel knows by number alone (ECMA-376 part 1, 18.8.30, with its East Asian dates).</summary>
    public static CellFormat OfBuiltIn(int id) => id switch
    {
        9 or 10 => new(Meaning.Percent),
        14 or 15 or 16 or 17 or (>= 27 and <= 31) or 34 or 35 or 36 or (>= 50 and <= 54) or 57 or 58 => new(Meaning.Date),
        22 => new(Meaning.DateTime),
        18 or 19 or 20 or 21 or 32 or 33 or 45 or 46 or 47 or 55 or 56 => new(Meaning.Time),
        49 => new(Meaning.Text),
        _ => default,
    };

    /// <summary>The meaning of a format code such as <c>dd/mm/yyyy</c> or <c>0.0%</c>.</summary>
    public static CellFormat OfCode(string? code)
    {
        if (string.IsNullOrEmpty(code))
        {
            return default;
        }

        bool day = false, clock = false, percent = false, month = false, zeros = true, elapsed = false;
        var general = code.Contains("general", StringComparison.OrdinalIgnoreCase);
        for (var i = 0; i < code.Length && code[i] != ';'; i++) // the first section is for positive numbers
        {
            var c = char.ToLowerInvariant(code[i]);
            zeros &= c == '0';
            switch (c)
            {
                case '"':
                    var close = code.IndexOf('"', i + 1);
                    i = close < 0 ? code.Length : close;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    var end = code.IndexOf(']', i + 1);
                    elapsed |= end == i + 2 && char.ToLowerInvariant(code[i + 1]) is 'h' or 'm' or 's' || end == i + 3 && code.AsSpan(i + 1, 2) is "hh" or "mm" or "ss";
                    i = end < 0 ? code.Length : end;
                    break;
                case 'y' or 'd' when !general:
                    day = true;
                    break;
                case 'h' or 's' when !general:
                    clock = true;
                    break;
                case 'm':
                    month = true;
                    break;
                case '%':
                    percent = true;
                    break;
            }
        }

        if (code == "@")
        {
            return new(Meaning.Text);
        }

        if (zeros && code.Length is > 1 and <= 20 && !code.Contains(';', StringComparison.Ordinal))
        {
            return new(Meaning.Code, code.Length);
        }

        return (day || (month && !clock), clock || elapsed, percent) switch
        {
            (true, true, _) => new(Meaning.DateTime),
            (true, false, _) => new(Meaning.Date),
            (false, true, _) => new(Meaning.Time),
            (_, _, true) => new(Meaning.Percent),
            _ => default,
        };
    }

    /// <summary>The cell that a number in this format is.</summary>
    /// <param name="number">As stored.</param>
    /// <param name="from1904">Whether the workbook counts its days from 1904.</param>
    public TableCell Apply(double number, bool from1904) => Means switch
    {
        Meaning.Percent => Percent(number),
        Meaning.Code => Code(number),
        Meaning.Text => TableCell.OfText(number.ToString("R", CultureInfo.InvariantCulture)),
        Meaning.Time when number is >= 0 and < 1 => TableCell.OfText(Moment(number, false).ToString("HH:mm:ss", CultureInfo.InvariantCulture)),
        Meaning.Date or Meaning.DateTime or Meaning.Time when number is >= 1 and < LastSerial - Days1904 => Day(number, from1904),
        _ => TableCell.OfNumber(number),
    };

    private TableCell Day(double number, bool from1904)
    {
        // An elapsed time of a day and more is a number of days, not a day of January 1900
        if (Means == Meaning.Time && number < 366)
        {
            return TableCell.OfNumber(number);
        }

        var moment = Moment(number, from1904);
        return moment.TimeOfDay == TimeSpan.Zero ? TableCell.OfDate(DateOnly.FromDateTime(moment)) : TableCell.OfDateTime(moment);
    }

    /// <summary>The moment to the second; serials carry fractions of a second as rounding errors.</summary>
    private static DateTime Moment(double number, bool from1904)
    {
        var days = from1904 ? number + Days1904 : number < 60 ? number + 1 : number; // Excel's 1900 has a 29 February
        return Epoch.AddSeconds(Math.Round(days * 86_400));
    }

    /// <summary>As a person sees it: 0.253 shown as 25,3 % is 25.3 with the unit %.</summary>
    public static TableCell Percent(double number)
    {
        if (Math.Abs(number) > 1e15)
        {
            return TableCell.OfNumber(number);
        }

        var shown = (double)Math.Round((decimal)number * 100m, 10);
        return TableCell.OfNumber(shown, string.Create(CultureInfo.InvariantCulture, $"{shown}%"));
    }

    /// <summary>A code typed as a number and shown as 0301 is a code: what the sheet shows is meant.</summary>
    private TableCell Code(double number) => number is >= 0 and < 1e15 && Math.Floor(number) == number
        ? TableCell.OfText(((long)number).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0'))
        : TableCell.OfNumber(number);
}
