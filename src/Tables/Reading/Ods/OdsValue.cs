using System.Globalization;
using System.Xml;
using Purbalingga.Tables.Reading.Excel;
using Purbalingga.Tables.Typing;

namespace Purbalingga.Tables.Reading.Ods;

/// <summary>Makes cells of OpenDocument's typed values.</summary>
internal static class OdsValue
{
    /// <param name="type">Its <c>office:value-type</c>; null for an empty cell.</param>
    /// <param name="value">The attribute that goes with it; null where it is missing.</param>
    /// <param name="shown">What the sheet shows.</param>
    public static TableCell Of(string? type, string? value, string shown) => type switch
    {
        null => TableCell.Empty,
        "float" or "currency" => Number(value, shown),
        "percentage" => TryNumber(value, out var share) ? CellFormat.Percent(share) : OfText(shown),
        "date" => Day(value, shown),
        "time" => Time(value, shown),
        "boolean" => value is null ? OfText(shown) : TableCell.OfBoolean(value == "true"),
        _ => OfText(value ?? shown),
    };

    private static TableCell OfText(string text) => string.IsNullOrWhiteSpace(text) ? TableCell.Empty : TableCell.OfText(text);

    /// <summary>A code typed as a number and shown as 0301 is a code: what the sheet shows is meant.</summary>
    private static TableCell Number(string? value, string shown)
    {
        if (!TryNumber(value, out var number))
        {
            return OfText(shown);
        }

        // LibreOffice keeps truth values of other programs as the formula TRUE(), a number
        if (number is 0 or 1 && BooleanText.TryParse(shown, out var truth) && truth == (number == 1))
        {
            return TableCell.OfBoolean(truth, shown);
        }

        return shown.Length is > 1 and <= 20 && shown[0] == '0' && shown.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0
            ? TableCell.OfText(shown)
            : TableCell.OfNumber(number);
    }

    private static bool TryNumber(string? value, out double number) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static TableCell Day(string? value, string shown)
    {
        if (!DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.NoCurrentDateDefault, out var moment)
            || moment.Year < 2)
        {
            return OfText(shown);
        }

        moment = new DateTime((moment.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
        return moment.TimeOfDay == TimeSpan.Zero ? TableCell.OfDate(DateOnly.FromDateTime(moment)) : TableCell.OfDateTime(moment);
    }

    /// <summary>A time of day as text; an elapsed time of a day and more as a number of days, as from other workbooks.</summary>
    private static TableCell Time(string? value, string shown)
    {
        if (value is null || value.Length > 40)
        {
            return OfText(shown);
        }

        var span = XmlConvert.ToTimeSpan(value);
        return span >= TimeSpan.Zero && span < TimeSpan.FromDays(1)
            ? TableCell.OfText(span.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture))
            : TableCell.OfNumber(span.TotalDays);
    }
}
