using System.Text.Json;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>
/// Names that PostgreSQL gives to the columns of a SELECT: what stands without AS is called after its function, its cast or its column, and <c>?column?</c> where
/// there is nothing to call it after. Clients read values by these names.
/// </summary>
internal static class AnswerNames
{
    private const string Nameless = "?column?";

    /// <summary>One name for each column of the answer; null where the engine's own name is PostgreSQL's too.</summary>
    /// <param name="root">Parse tree of one statement.</param>
    /// <param name="columns">How many columns the answer has; stars stand for several.</param>
    public static string?[] Of(JsonElement root, int columns)
    {
        var names = new string?[columns];
        var items = Items(root.GetProperty("statements")[0].GetProperty("node"));
        var stars = items.Count(IsStar);
        for (var i = 0; i < items.Count && i < columns && !IsStar(items[i]); i++)
        {
            names[i] = NameOf(items[i]);
        }

        if (stars > 0)
        {
            for (var back = 1; back <= items.Count && back <= columns && !IsStar(items[^back]); back++)
            {
                names[^back] = NameOf(items[^back]);
            }
        }

        return names;
    }

    /// <summary>The function that makes a column of the answer, and the one column of a table that it is called with; null for anything else.</summary>
    /// <param name="place">Place among the columns; known only where no star stands before it.</param>
    public static (string Function, string Column)? Call(JsonElement root, int place)
    {
        var node = root.GetProperty("statements")[0].GetProperty("node");
        if (!node.TryGetProperty("from_table", out var from) || Text(from, "type") != "BASE_TABLE")
        {
            return null; // a column of a sub-select may be anything
        }

        var items = Items(node);
        return place < items.Count && !items.Take(place + 1).Any(IsStar) && Text(items[place], "class") == "FUNCTION"
            && items[place].GetProperty("children") is { } arguments && arguments.GetArrayLength() == 1 && Text(arguments[0], "class") == "COLUMN_REF"
            ? (Text(items[place], "function_name"), LastName(arguments[0])) : null;
    }

    private static List<JsonElement> Items(JsonElement node) => Text(node, "type") switch
    {
        "SELECT_NODE" => [.. node.GetProperty("select_list").EnumerateArray()],
        "SET_OPERATION_NODE" when node.TryGetProperty("left", out var left) => Items(left),
        "SET_OPERATION_NODE" when node.TryGetProperty("children", out var children) => Items(children[0]),
        "CTE_NODE" when node.TryGetProperty("child", out var child) => Items(child),
        _ => [],
    };

    private static bool IsStar(JsonElement item) => Text(item, "class") == "STAR";

    private static string? NameOf(JsonElement item) =>
        Text(item, "alias").Length > 0 || Text(item, "class") == "COLUMN_REF" ? null : Figured(item).Name;

    // As in PostgreSQL a stronger name from within wins over that of a cast or CASE around it
    private static (string Name, int Strength) Figured(JsonElement item)
    {
        switch (Text(item, "class"))
        {
            case "COLUMN_REF":
                return (LastName(item), 2);
            case "FUNCTION" when !item.GetProperty("is_operator").GetBoolean():
            case "WINDOW":
                return FunctionName(item) is { } function ? (function, 2) : (Nameless, 0);
            case "CAST":
                var inner = Figured(item.GetProperty("child"));
                return inner.Strength > 1 ? inner : (TypeName(item.GetProperty("cast_type")), 1);
            case "CASE":
                var otherwise = Figured(item.GetProperty("else_expr"));
                return otherwise.Strength > 1 ? otherwise : ("case", 1);
            case "COLLATE":
                return Figured(item.GetProperty("child"));
            case "OPERATOR":
                return Text(item, "type") switch
                {
                    "OPERATOR_COALESCE" => ("coalesce", 2),
                    "OPERATOR_NULLIF" => ("nullif", 2),
                    "ARRAY_CONSTRUCTOR" => ("array", 2),
                    _ => (Nameless, 0),
                };
            case "SUBQUERY":
                return Text(item, "subquery_type") switch
                {
                    "EXISTS" => ("exists", 2),
                    "SCALAR" when Items(item.GetProperty("subquery").GetProperty("node")) is [var first, ..] =>
                        Text(first, "alias") is { Length: > 0 } alias ? (alias, 2) : Figured(first),
                    _ => (Nameless, 0),
                };
            default:
                return (Nameless, 0);
        }
    }

    private static string? FunctionName(JsonElement call) => Text(call, "function_name") switch
    {
        "count_star" => "count",
        "date_part" when Text(call, "schema").Length > 0 => "extract", // what the parser makes out of EXTRACT names its schema
        ['_' or (>= 'a' and <= 'z'), ..] name => name,
        _ => null,
    };

    private static string LastName(JsonElement column) => column.GetProperty("column_names").EnumerateArray().Last().GetString()!;

    private static string TypeName(JsonElement type) => Text(type, "id") switch
    {
        "BOOLEAN" => "bool",
        "SMALLINT" => "int2",
        "INTEGER" => "int4",
        "BIGINT" => "int8",
        "FLOAT" => "float4",
        "DOUBLE" => "float8",
        "DECIMAL" => "numeric",
        "VARCHAR" => "text",
        "TIMESTAMP WITH TIME ZONE" => "timestamptz",
        var id => id.ToLowerInvariant(),
    };

    private static string Text(JsonElement node, string property) =>
        node.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
