using System.Globalization;

namespace Purbalingga.Samples.Tables;

/// <summary>How numbers are written: for machines, and as Indonesian officials write them.</summary>
internal static class Numbers
{
    public static CultureInfo Plain => CultureInfo.InvariantCulture;

    /// <summary>Dot for thousands, comma for decimals; made here so that it is the same with every version of ICU.</summary>
    public static NumberFormatInfo Indonesian { get; } = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NegativeSign = "-",
    };

    public static IReadOnlyList<string> Months { get; } =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    /// <summary>A cell as <c>1.234</c> or <c>1.234,56</c>; text stays as it is, nothing becomes "-".</summary>
    public static string Official(object? cell, int decimals = 2) => cell switch
    {
        null => "-",
        decimal number => number.ToString("N" + decimals.ToString(Plain), Indonesian),
        int or long => Convert.ToInt64(cell, Plain).ToString("N0", Indonesian),
        _ => Convert.ToString(cell, Plain) ?? "",
    };

    /// <summary>A cell as machines read it: dot for decimals, nothing for thousands, ISO dates.</summary>
    public static string Machine(object? cell) => cell switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", Plain),
        _ => Convert.ToString(cell, Plain) ?? "",
    };

    /// <summary>A share in percent with two decimals.</summary>
    public static decimal Percent(decimal part, decimal whole) => whole == 0 ? 0 : decimal.Round(part * 100 / whole, 2);

    /// <summary>A drawn figure as a decimal of so many places.</summary>
    public static decimal Round(double value, int decimals = 2) => decimal.Round((decimal)value, decimals);
}
