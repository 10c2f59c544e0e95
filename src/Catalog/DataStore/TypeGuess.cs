using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.DataStore;

/// <summary>CKAN's guess of a column's type from the value in the first record.</summary>
internal static class TypeGuess
{
    private static readonly string[] Times =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ssZ", "yyyy-MM-ddTHH:mm:ssZ", "dd/MM/yyyy", "MM/dd/yyyy", "dd-MM-yyyy", "MM-dd-yyyy",
    ];

    public static string Of(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "text",
        JsonValueKind.Object or JsonValueKind.Array => "json",
        JsonValueKind.True or JsonValueKind.False => "int4",
        JsonValueKind.Number => node.ToJsonString().AsSpan().IndexOfAny(".eE") >= 0 ? "float8" : "int4",
        _ => OfText(node.GetValue<string>()),
    };

    private static string OfText(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > 0 && long.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            return "int4";
        }

        if (double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || trimmed.ToLowerInvariant() is "nan" or "inf" or "-inf" or "+inf" or "infinity" or "-infinity")
        {
            return "numeric";
        }

        return DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? "timestamp" : "text";
    }
}
