using System.Globalization;
using System.Text.Json;
using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Cells for people: measures and dates in the way of the reader's language, names and codes as they are.</summary>
internal static class CellFormat
{
    /// <summary>Digits after the decimal sign that a reader can still use.</summary>
    private const string Measure = "#,##0.######";

    public static string Of(JsonElement value, TableField field, PageLanguage language) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.True => language["yes"],
        JsonValueKind.False => language["no"],
        JsonValueKind.Number => field.IsMeasure ? Number(value, language) : value.GetRawText(),
        JsonValueKind.String => field.Kind switch
        {
            FieldKind.Date => Day(value.GetString()!, "d MMM yyyy", language),
            FieldKind.Moment => Day(value.GetString()!, "d MMM yyyy HH.mm", language),
            _ => value.GetString()!,
        },
        _ => value.GetRawText(),
    };

    public static string Of(double value, PageLanguage language) => double.IsFinite(value) && Math.Abs(value) < 1e15
        ? value.ToString(Math.Abs(value) >= 1000 ? "#,##0.##" : "#,##0.####", language.Language.Culture) : value.ToString("G6", language.Language.Culture);

    private static string Number(JsonElement value, PageLanguage language) => value.TryGetDecimal(out var number)
        ? number.ToString(Measure, language.Language.Culture) : value.GetRawText();

    private static string Day(string text, string format, PageLanguage language) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time.ToString(format, language.Language.Culture) : text;
}
