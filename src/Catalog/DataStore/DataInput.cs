using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Turns callers' JSON values into cells, by PostgreSQL's rules of assignment and in its words where that does not work.</summary>
internal static class DataInput
{
    /// <summary>A value for a column of a row.</summary>
    /// <param name="column">For the message of a value of a wholly different type.</param>
    /// <exception cref="DataStoreException"><see cref="DataStoreError.BadValue"/> with the row.</exception>
    public static DataValue Cell(JsonNode? node, DataColumn column, int row)
    {
        var kind = ColumnTypes.KindOf(column.Type);
        if (node is null)
        {
            return DataValue.Null;
        }

        if (kind == DataKind.Json)
        {
            return DataValue.Json(node.ToJsonString(CatalogJson.Options));
        }

        try
        {
            return node.GetValueKind() switch
            {
                JsonValueKind.String => OfText(node.GetValue<string>(), column.Type, kind),
                JsonValueKind.Number => OfNumber(node.ToJsonString(), column, kind),
                JsonValueKind.True or JsonValueKind.False => OfFlag(node.GetValue<bool>(), column, kind),
                _ when kind == DataKind.Text => DataValue.Of(node.ToJsonString(CatalogJson.Options)),
                _ => throw Mismatch(column, "json"),
            };
        }
        catch (DataStoreException error)
        {
            throw new DataStoreException(error.Error, error.Message, error) { Row = row };
        }
    }

    /// <summary>A value to compare a column with.</summary>
    /// <exception cref="DataStoreException"><see cref="DataStoreError.Query"/></exception>
    public static DataValue Comparison(JsonNode? node, DataColumn column)
    {
        var kind = ColumnTypes.KindOf(column.Type);
        try
        {
            return (node?.GetValueKind() ?? JsonValueKind.Null) switch
            {
                JsonValueKind.Null when kind == DataKind.Text => DataValue.Of("None"), // as in CKAN, where a null becomes Python's text of it
                JsonValueKind.Null => DataValue.Null,
                _ when kind == DataKind.Json => DataValue.Json(InputValues.Text(node) is { } text && node is JsonValue v && v.GetValueKind() == JsonValueKind.String && column.Type.StartsWith('_')
                    ? text : node!.ToJsonString(CatalogJson.Options)),
                JsonValueKind.String when kind is DataKind.Whole && IsNumber(node!.GetValue<string>()) => OfText(node.GetValue<string>(), column.Type, kind),
                JsonValueKind.String => OfText(node!.GetValue<string>(), column.Type, kind),
                JsonValueKind.Number when kind == DataKind.Whole => long.TryParse(node!.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                    ? DataValue.Of(whole) : DataValue.Numeric(Plain(node.ToJsonString())),
                JsonValueKind.Number when kind is DataKind.Real or DataKind.Numeric or DataKind.Text => OfNumber(node!.ToJsonString(), column, kind),
                JsonValueKind.Number => throw NoOperator(column, "integer"),
                JsonValueKind.True or JsonValueKind.False when kind == DataKind.Text => DataValue.Of(node!.GetValue<bool>() ? "True" : "False"),
                JsonValueKind.True or JsonValueKind.False when kind == DataKind.Boolean => DataValue.Of(node!.GetValue<bool>()),
                JsonValueKind.True or JsonValueKind.False => throw NoOperator(column, "boolean"),
                _ when kind == DataKind.Text => DataValue.Of(node!.ToJsonString(CatalogJson.Options)),
                _ => throw NoOperator(column, "json"),
            };
        }
        catch (DataStoreException error)
        {
            throw new DataStoreException(DataStoreError.Query, error.Message, error);
        }
    }

    private static DataValue OfText(string text, string type, DataKind kind)
    {
        if (kind == DataKind.Text)
        {
            return type == "uuid" ? text.Length == 0 ? DataValue.Null : Guid.TryParse(text, out var id) ? DataValue.Of(id.ToString()) : throw Syntax(type, text) : DataValue.Of(text);
        }

        if (text.Length == 0)
        {
            return DataValue.Null;
        }

        var trimmed = text.Trim();
        return kind switch
        {
            DataKind.Whole => Whole(trimmed, text, type),
            DataKind.Real => DataValue.Of(Real(trimmed) ?? throw Syntax(type, text)),
            DataKind.Numeric => DataValue.Numeric(Special(trimmed) ?? (IsNumber(trimmed) ? Plain(trimmed) : throw Syntax(type, text))),
            DataKind.Boolean => DataValue.Of(Flag(trimmed) ?? throw Syntax(type, text)),
            _ => DateTimeInput.Read(trimmed, text, type, kind),
        };
    }

    private static DataValue OfNumber(string json, DataColumn column, DataKind kind)
    {
        switch (kind)
        {
            case DataKind.Whole:
                if (!long.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                {
                    number = Rounded(json) ?? throw OutOfRange(column.Type);
                }

                return Fits(number, column.Type) ? DataValue.Of(number) : throw OutOfRange(column.Type);
            case DataKind.Real:
                return DataValue.Of(double.Parse(json, CultureInfo.InvariantCulture));
            case DataKind.Numeric:
                return DataValue.Numeric(Plain(json));
            case DataKind.Text when ColumnTypes.Find(column.Type) is "text" or "varchar" or "bpchar":
                return DataValue.Of(json);
            case DataKind.Text when ColumnTypes.Find(column.Type) is null:
                return DataValue.Of(json); // the engine reads its own types
            default:
                throw Mismatch(column, json.AsSpan().IndexOfAny(".eE") >= 0 ? "numeric" : "integer");
        }
    }

    private static DataValue OfFlag(bool flag, DataColumn column, DataKind kind) => kind switch
    {
        DataKind.Boolean => DataValue.Of(flag),
        DataKind.Text when column.Type != "uuid" => DataValue.Of(flag ? "true" : "false"),
        _ => throw Mismatch(column, "boolean"),
    };

    private static DataValue Whole(string trimmed, string text, string type) =>
        long.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Fits(number, type) ? DataValue.Of(number) : throw Range(text, type)
            : BigInteger.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? throw Range(text, type) : throw Syntax(type, text);

    private static bool Fits(long number, string type) => type switch
    {
        "int2" => number is >= short.MinValue and <= short.MaxValue,
        "int8" => true,
        _ => number is >= int.MinValue and <= int.MaxValue,
    };

    // As PostgreSQL assigns 2.5 to an integer: away from zero
    private static long? Rounded(string json) =>
        decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.Round(number, MidpointRounding.AwayFromZero) is >= long.MinValue and <= long.MaxValue and var whole
            ? (long)whole : null;

    private static double? Real(string text) => text.ToLowerInvariant() switch
    {
        "nan" => double.NaN,
        "infinity" or "inf" or "+infinity" => double.PositiveInfinity,
        "-infinity" or "-inf" => double.NegativeInfinity,
        _ => IsNumber(text) ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null,
    };

    private static string? Special(string text) => text.ToLowerInvariant() switch
    {
        "nan" => "NaN",
        "infinity" or "inf" or "+infinity" => "Infinity",
        "-infinity" or "-inf" => "-Infinity",
        _ => null,
    };

    private static bool? Flag(string text) => text.ToLowerInvariant() switch
    {
        "t" or "tr" or "tru" or "true" or "y" or "ye" or "yes" or "on" or "1" => true,
        "f" or "fa" or "fal" or "fals" or "false" or "n" or "no" or "of" or "off" or "0" => false,
        _ => null,
    };

    private static bool IsNumber(string text) =>
        text.Length > 0 && text.All(sign => char.IsAsciiDigit(sign) || sign is '+' or '-' or '.' or 'e' or 'E')
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>A number without exponent and plus sign.</summary>
    private static string Plain(string text)
    {
        var exponentAt = text.AsSpan().IndexOfAny('e', 'E');
        if (exponentAt < 0)
        {
            return text.TrimStart('+') is var plain && plain.StartsWith('.') ? "0" + plain : plain.StartsWith("-.", StringComparison.Ordinal) ? "-0" + plain[1..] : plain.TrimEnd('.');
        }

        var exponent = int.TryParse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : int.MaxValue;
        if (Math.Abs((long)exponent) > 1000)
        {
            throw new DataStoreException(DataStoreError.BadValue, "value overflows numeric format");
        }

        var mantissa = Plain(text[..exponentAt]);
        var negative = mantissa.StartsWith('-');
        var digits = (negative ? mantissa[1..] : mantissa).Replace(".", "", StringComparison.Ordinal);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? at - (negative ? 1 : 0) : digits.Length;
        point += exponent;
        digits = point <= 0 ? new string('0', 1 - point) + digits : digits;
        point = Math.Max(point, 1);
        digits = digits.PadRight(point, '0');
        var whole = digits[..point].TrimStart('0');
        return (negative ? "-" : "") + (whole.Length == 0 ? "0" : whole) + (digits.Length > point ? "." + digits[point..] : "");
    }

    private static DataStoreException Syntax(string type, string text) =>
        new(DataStoreError.BadValue, $"invalid input syntax for type {ColumnTypes.InMessages(type)}: \"{text}\"");

    private static DataStoreException Range(string text, string type) =>
        new(DataStoreError.BadValue, $"value \"{text}\" is out of range for type {ColumnTypes.InMessages(type)}");

    private static DataStoreException OutOfRange(string type) => new(DataStoreError.BadValue, $"{ColumnTypes.InMessages(type)} out of range");

    private static DataStoreException Mismatch(DataColumn column, string given) =>
        new(DataStoreError.BadValue, $"column \"{column.Name}\" is of type {ColumnTypes.InMessages(column.Type)} but expression is of type {given}");

    private static DataStoreException NoOperator(DataColumn column, string given) =>
        new(DataStoreError.Query, $"operator does not exist: {ColumnTypes.InMessages(column.Type)} = {given}");
}
