using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Purbalingga.Portal.ActionApi;

/// <summary>Values as Python prints them, which CKAN's messages and JSONP answers show.</summary>
internal static class PythonText
{
    private const int MaxRepr = 1000;

    /// <summary>Python's <c>repr</c> of a JSON value, cut where it gets long.</summary>
    public static string Repr(JsonNode? node)
    {
        var text = new StringBuilder();
        AppendRepr(text, node);
        return text.Length > MaxRepr ? text.ToString(0, MaxRepr) + "..." : text.ToString();
    }

    /// <summary>JSON as Python's <c>json.dumps</c> writes it: <c>", "</c> and <c>": "</c> between, all but ASCII escaped.</summary>
    public static string Json(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        var text = new StringBuilder(utf8.Length + (utf8.Length / 8));
        AppendJson(text, document.RootElement);
        return text.ToString();
    }

    private static void AppendRepr(StringBuilder text, JsonNode? node)
    {
        if (text.Length > MaxRepr)
        {
            return;
        }

        switch (node)
        {
            case null:
                text.Append("None");
                break;
            case JsonArray array:
                text.Append('[');
                for (var i = 0; i < array.Count && text.Length <= MaxRepr; i++)
                {
                    AppendRepr(i == 0 ? text : text.Append(", "), array[i]);
                }

                text.Append(']');
                break;
            case JsonObject map:
                text.Append('{');
                var first = true;
                foreach (var (key, value) in map)
                {
                    AppendQuoted(first ? text : text.Append(", "), key);
                    AppendRepr(text.Append(": "), value);
                    first = false;
                }

                text.Append('}');
                break;
            default:
                AppendScalar(text, node);
                break;
        }
    }

    private static void AppendScalar(StringBuilder text, JsonNode node)
    {
        switch (node.GetValueKind())
        {
            case JsonValueKind.String:
                AppendQuoted(text, node.GetValue<string>());
                break;
            case JsonValueKind.True:
                text.Append("True");
                break;
            case JsonValueKind.False:
                text.Append("False");
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void AppendQuoted(StringBuilder text, string value)
    {
        var quote = value.Contains('\'') && !value.Contains('"') ? '"' : '\'';
        text.Append(quote);
        foreach (var sign in value.Length > MaxRepr ? value.AsSpan(0, MaxRepr) : value)
        {
            _ = sign switch
            {
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ when sign == quote => text.Append('\\').Append(sign),
                _ when char.IsControl(sign) => text.Append("\\x").Append(((int)sign).ToString("x2", CultureInfo.InvariantCulture)),
                _ => text.Append(sign),
            };
        }

        text.Append(quote);
    }

    private static void AppendJson(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                var first = true;
                foreach (var property in value.EnumerateObject())
                {
                    AppendJsonText(first ? text : text.Append(", "), property.Name);
                    AppendJson(text.Append(": "), property.Value);
                    first = false;
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                var initial = true;
                foreach (var item in value.EnumerateArray())
                {
                    AppendJson(initial ? text : text.Append(", "), item);
                    initial = false;
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                AppendJsonText(text, value.GetString()!);
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void AppendJsonText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var sign in value)
        {
            _ = sign switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' or > '~' => text.Append("\\u").Append(((int)sign).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(sign),
            };
        }

        text.Append('"');
    }
}
