using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.PostgreSql;

/// <summary>Cells to and from PostgreSQL's own text form, which every type has and in which no precision is lost.</summary>
internal static class PgText
{
    private static readonly string[] Timestamps = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF", "yyyy-MM-dd HH:mm:sszz", "yyyy-MM-dd HH:mm:ss.FFFFFFzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss.FFFFFFzzz"];

    /// <summary>A name in quotation marks.</summary>
    public static string Name(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>A text in single quotation marks.</summary>
    public static string Literal(string text) => (text.Contains('\\', StringComparison.Ordinal) ? " E'" : "'") + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>The type to cast to; rows' numbers and ranks have names of CKAN's.</summary>
    public static string Type(string type) => Name(type switch
    {
        "int" => "int4",
        "float" => "float8",
        _ => type,
    });

    /// <param name="type">Of the column that it goes to.</param>
    /// <returns>Null for null.</returns>
    public static string? Write(DataValue value, string type) => value.Kind switch
    {
        DataKind.Missing or DataKind.Null => null,
        DataKind.Boolean => value.Boolean ? "t" : "f",
        DataKind.Whole => value.Whole.ToString(CultureInfo.InvariantCulture),
        DataKind.Real => CellText.Of(value.Real),
        DataKind.Date => CellText.DateOf(value.Whole),
        DataKind.Time => TimeSpan.FromMicroseconds(value.Whole) is var time && time.Days == 1 ? "24:00:00" : time.ToString(@"hh\:mm\:ss\.ffffff", CultureInfo.InvariantCulture),
        DataKind.Timestamp => DateTime.UnixEpoch.AddMicroseconds(value.Whole).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        DataKind.TimestampTz => DateTime.UnixEpoch.AddMicroseconds(value.Whole).ToString("yyyy-MM-dd HH:mm:ss.ffffff+00", CultureInfo.InvariantCulture),
        DataKind.Json when type.StartsWith('_') => Array(value.Text),
        _ => value.Text,
    };

    /// <param name="text">As PostgreSQL writes it with ISO dates; null for null.</param>
    /// <param name="type">Of the column that it comes from.</param>
    public static DataValue Read(string? text, string type)
    {
        if (text is null)
        {
            return DataValue.Null;
        }

        switch (ColumnTypes.KindOf(type))
        {
            case DataKind.Whole:
                return DataValue.Of(long.Parse(text, CultureInfo.InvariantCulture));
            case DataKind.Real:
                return DataValue.Of(text switch
                {
                    "Infinity" => double.PositiveInfinity,
                    "-Infinity" => double.NegativeInfinity,
                    _ => double.Parse(text, CultureInfo.InvariantCulture),
                });
            case DataKind.Numeric:
                return DataValue.Numeric(text);
            case DataKind.Boolean:
                return DataValue.Of(text[0] == 't');
            case DataKind.Date:
                return DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? DataValue.Date((date - DateTime.UnixEpoch).Days) : DataValue.Of(text);
            case DataKind.Time:
                return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time.Days == 0 ? DataValue.Time(time.Ticks / TimeSpan.TicksPerMicrosecond) : DataValue.Of(text);
            case DataKind.Timestamp:
                return TryTimestamp(text, out var local) ? DataValue.Timestamp(local) : DataValue.Of(text);
            case DataKind.TimestampTz:
                return TryTimestamp(text, out var utc) ? DataValue.TimestampTz(utc) : DataValue.Of(text);
            case DataKind.Json when type.StartsWith('_'):
                return DataValue.Json(ArrayJson(text, type[1..]));
            case DataKind.Json:
                return DataValue.Json(text);
            default:
                return DataValue.Of(text);
        }
    }

    private static bool TryTimestamp(string text, out long microseconds)
    {
        var found = DateTime.TryParseExact(text, Timestamps, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var value);
        microseconds = found ? (value.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond : 0;
        return found;
    }

    /// <summary>PostgreSQL's form of a JSON list; what is no list stays as it is and is refused or taken by the server.</summary>
    private static string Array(string json)
    {
        if (!json.StartsWith('[') || JsonNode.Parse(json) is not JsonArray items)
        {
            return json.StartsWith('"') ? JsonNode.Parse(json)!.GetValue<string>() : json;
        }

        var text = new StringBuilder("{");
        foreach (var item in items)
        {
            text.Append(text.Length > 1 ? "," : "");
            _ = item switch
            {
                null => text.Append("NULL"),
                JsonArray nested => text.Append(Array(nested.ToJsonString())),
                _ => text.Append('"').Append((item.GetValueKind() == JsonValueKind.String ? item.GetValue<string>() : item.ToJsonString())
                    .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"'),
            };
        }

        return text.Append('}').ToString();
    }

    private static string ArrayJson(string text, string itemType)
    {
        var at = text.StartsWith('[') ? text.IndexOf('=', StringComparison.Ordinal) + 1 : 0; // bounds that do not begin at 1
        return Items(text, ref at, itemType).ToJsonString(Actions.CatalogJson.Options);
    }

    private static JsonArray Items(string text, ref int at, string itemType)
    {
        var items = new JsonArray();
        at++;
        while (at < text.Length && text[at] != '}')
        {
            if (text[at] == ',')
            {
                at++;
            }
            else if (text[at] == '{')
            {
                items.Add(Items(text, ref at, itemType));
            }
            else
            {
                items.Add(Item(text, ref at, itemType));
            }
        }

        at++;
        return items;
    }

    private static JsonNode? Item(string text, ref int at, string itemType)
    {
        var item = new StringBuilder();
        var quoted = text[at] == '"';
        for (at += quoted ? 1 : 0; at < text.Length && (quoted ? text[at] != '"' : text[at] is not (',' or '}')); at++)
        {
            at += text[at] == '\\' ? 1 : 0;
            item.Append(text[at]);
        }

        at += quoted ? 1 : 0;
        if (!quoted && item.ToString() == "NULL")
        {
            return null;
        }

        var cell = Read(item.ToString(), itemType);
        return cell.Kind switch
        {
            DataKind.Whole => JsonValue.Create(cell.Whole),
            DataKind.Real when double.IsFinite(cell.Real) => JsonValue.Create(cell.Real),
            DataKind.Numeric when char.IsAsciiDigit(cell.Text[^1]) => JsonNode.Parse(cell.Text),
            DataKind.Boolean => JsonValue.Create(cell.Boolean),
            DataKind.Json => JsonNode.Parse(cell.Text),
            _ => JsonValue.Create(item.ToString()),
        };
    }
}
