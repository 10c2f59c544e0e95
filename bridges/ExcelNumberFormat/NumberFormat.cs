using System.Globalization;

namespace ExcelNumberFormat;

/// <summary>A number format of a spreadsheet cell, such as <c>#,##0.00</c> or <c>dd/mm/yyyy</c>.</summary>
/// <remarks>
/// Has the members of the package of the same name that ClosedXML calls, and the part of the format language
/// that our workbooks use: sections, digits, thousands, percent, exponent, dates and times, quoted and escaped text.
/// Fractions, colours and conditions in brackets are read past, not applied.
/// </remarks>
public sealed class NumberFormat
{
    private readonly IReadOnlyList<FormatSection> _sections;

    /// <summary>Reads a format; never throws, see <see cref="IsValid"/>.</summary>
    /// <param name="formatString">The format as the workbook stores it, in its English form.</param>
    public NumberFormat(string formatString)
    {
        ArgumentNullException.ThrowIfNull(formatString);
        IsValid = FormatSection.TrySplit(formatString, out var sections);
        _sections = sections;
    }

    /// <summary>False when a quote or a bracket is left open, or there are more than four sections.</summary>
    public bool IsValid { get; }

    /// <summary>True when the first section shows a date or a time of day.</summary>
    public bool IsDateTimeFormat => IsValid && _sections[0].IsDate;

    /// <summary>The value as the cell would show it; a value the format cannot show comes back as plain text.</summary>
    /// <param name="value">A number, a <see cref="DateTime"/>, a text, a truth value or null.</param>
    /// <param name="culture">Gives the separators and the names of months and days.</param>
    public string Format(object? value, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return value switch
        {
            null => "",
            bool truth => truth ? "TRUE" : "FALSE",
            string text => IsValid && _sections.Count == 4 ? _sections[3].FormatText(text) : text,
            DateTime moment when IsDateTimeFormat => _sections[0].FormatDate(moment, culture),
            DateTime moment => FormatNumber(moment.ToOADate(), culture),
            TimeSpan span => FormatNumber(span.TotalDays, culture),
            IConvertible number => FormatNumber(number.ToDouble(CultureInfo.InvariantCulture), culture),
            _ => Convert.ToString(value, culture) ?? "",
        };
    }

    private string FormatNumber(double number, CultureInfo culture)
    {
        if (!IsValid)
        {
            return number.ToString(culture);
        }

        var section = number < 0 && _sections.Count > 1 ? _sections[1]
            : number == 0 && _sections.Count > 2 ? _sections[2]
            : _sections[0];
        if (section.IsDate)
        {
            return FormatSection.IsDateSerial(number) ? section.FormatDate(DateTime.FromOADate(number), culture) : number.ToString(culture);
        }

        // A section of its own for negative numbers says itself how the sign is shown.
        return section.FormatNumber(ReferenceEquals(section, _sections[0]) ? number : Math.Abs(number), culture);
    }
}
