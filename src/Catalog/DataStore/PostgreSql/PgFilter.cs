using System.Text;
using Npgsql;
using NpgsqlTypes;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.PostgreSql;

/// <summary>Writes conditions as SQL; every value is a parameter.</summary>
internal sealed class PgFilter(DataTable table, NpgsqlParameterCollection parameters)
{
    /// <summary>The condition of a query, empty or beginning with <c>WHERE</c>.</summary>
    public string Where(DataFilter? filter, IReadOnlyList<TextQuery> texts)
    {
        var parts = new List<string>();
        if (filter is not null)
        {
            parts.Add(Condition(filter));
        }

        parts.AddRange(texts.Select(text => $"{Vector(text)} @@ {Query(text)}"));
        return parts.Count == 0 ? "" : " WHERE " + string.Join(" AND ", parts);
    }

    public string Rank(TextQuery text) => $"ts_rank({Vector(text)}, {Query(text)}, 32)";

    /// <summary>A parameter in the server's text form.</summary>
    public string Value(DataValue value, string type) =>
        Text(PgText.Write(value, type)) + "::" + (value.Kind == DataKind.Numeric && type is "int" or "int2" or "int4" or "int8" && value.Kind == DataKind.Numeric ? "numeric" : PgText.Type(type));

    public string Text(string? text)
    {
        parameters.Add(new NpgsqlParameter { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown });
        return "$" + parameters.Count;
    }

    private static string Vector(TextQuery text) => text.Column is null
        ? "_full_text" : $"to_tsvector({PgText.Literal(text.Language)}::regconfig, {PgText.Name(text.Column)}::text)";

    private string Query(TextQuery text) =>
        $"{(text.Plain ? "plainto_tsquery" : "to_tsquery")}({PgText.Literal(text.Language)}::regconfig, {Text(text.Text)}::text)";

    private string Condition(DataFilter filter)
    {
        if (filter is CombinedFilter combined)
        {
            return combined.Parts.Count == 0
                ? combined.Any ? "false" : "true"
                : "(" + string.Join(combined.Any ? " OR " : " AND ", combined.Parts.Select(Condition)) + ")";
        }

        var column = (ColumnFilter)filter;
        var type = table.Find(column.Column)!.Type;
        var name = PgText.Name(column.Column);
        if (type == "json")
        {
            // json has no equality of its own
            name += "::text";
            type = "text";
        }

        if (column.Operator == FilterOperator.In)
        {
            return column.Values.Count == 0
                ? "false" : new StringBuilder(name).Append(" IN (").AppendJoin(", ", column.Values.Select(v => Value(v, type))).Append(')').ToString();
        }

        return $"{name} {Sign(column.Operator)} {Value(column.Values[0], type)}";
    }

    private static string Sign(FilterOperator comparison) => comparison switch
    {
        FilterOperator.Equal => "=",
        FilterOperator.Greater => ">",
        FilterOperator.GreaterOrEqual => ">=",
        FilterOperator.Less => "<",
        _ => "<=",
    };
}
