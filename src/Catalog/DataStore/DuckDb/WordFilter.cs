using System.Globalization;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>Rows in which a word stands in a column that is no text: asked of the table, which has no need to make a text of a number that cannot hold the word.</summary>
internal static class WordFilter
{
    // Words with letters that DuckDB's texts of values hold, beside those that begin with a digit
    private static readonly string[] Spoken = ["true", "false", "nan", "inf", "infinity", "bc"];

    /// <returns>Null when the word can stand in none of the columns.</returns>
    public static (string Sql, DataValue[] Values)? Of(IEnumerable<DataColumn> columns, TextWord word, bool stems)
    {
        var isNumber = char.IsAsciiDigit(word.Word[0]);
        if (!isNumber && !Spoken.Any(s => TextMatch.Words(s, stems).All(w => word.IsPrefix ? w.StartsWith(word.Word, StringComparison.Ordinal) : w == word.Word)))
        {
            return null;
        }

        var parts = new List<string>();
        var values = new List<DataValue>();
        foreach (var column in columns)
        {
            var name = StoredColumns.Quote(column.Name);
            if (column.Type == "bool")
            {
                foreach (var flag in new[] { true, false })
                {
                    if (TextMatch.Words(flag ? "true" : "false", stems).All(w => word.IsPrefix ? w.StartsWith(word.Word, StringComparison.Ordinal) : w == word.Word))
                    {
                        parts.Add(flag ? name : $"NOT {name}");
                    }
                }
            }
            else if (column.Type is "int2" or "int4" or "int8" && !word.IsPrefix)
            {
                if (long.TryParse(word.Word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == word.Word)
                {
                    parts.Add($"{name} IN (CAST(? AS BIGINT), CAST(? AS BIGINT))");
                    values.AddRange([DataValue.Of(number), DataValue.Of(-number)]);
                }
            }
            else
            {
                var text = $"lower(CAST({name} AS VARCHAR))";
                // First what costs little
                parts.Add($"(contains({text}, ?) AND CAST({TextMatch.Function}(? || chr(1) || {text}) AS DOUBLE) >= 0)");
                values.AddRange([DataValue.Of(word.Word), DataValue.Of($"{(stems ? "english" : "simple")} E {word.Word}{(word.IsPrefix ? ":*" : "")}")]);
            }
        }

        return parts.Count == 0 ? null : ($"({string.Join(" OR ", parts)})", [.. values]);
    }
}
