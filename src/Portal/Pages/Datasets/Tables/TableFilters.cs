using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>The filters and words of an address, as parameters of <c>datastore_search</c> and as SQL that means the same.</summary>
internal sealed class TableFilters
{
    private readonly List<(TableField Field, string Sign, JsonNode Value, string Literal)> _comparisons = [];
    private readonly List<(TableField Field, string[] Words)> _columnWords = [];
    private readonly string[] _words;
    private readonly List<TableProblem> _problems = [];

    public TableFilters(IReadOnlyList<TableField> fields, TableQuery query)
    {
        _words = WordsOf(query.Text);
        foreach (var condition in query.Conditions)
        {
            if (fields.FirstOrDefault(f => f.Id == condition.Column) is not { } field)
            {
                _problems.Add(new TableProblem("table.problem.column", condition.Column, condition.Value));
            }
            else if (!Take(field, condition))
            {
                _problems.Add(new TableProblem(
                    field.Kind switch
                    {
                        FieldKind.Number => "table.problem.number",
                        FieldKind.Date or FieldKind.Moment => "table.problem.date",
                        FieldKind.Boolean => "table.problem.boolean",
                        _ => "table.problem.words",
                    },
                    field.Label,
                    condition.Value));
            }
        }

        if (query.Sort is { } sort && fields.All(f => f.Id != sort))
        {
            _problems.Add(new TableProblem("table.problem.column", sort, ""));
        }
    }

    /// <summary>What of the address cannot be used.</summary>
    public IReadOnlyList<TableProblem> Problems => _problems;

    /// <summary>CSV and other dumps know words in the row or in columns, not both at once.</summary>
    public bool FitsDump => _words.Length == 0 || _columnWords.Count == 0;

    /// <summary>Adds <c>filters</c>, <c>q</c>, <c>full_text</c>, <c>plain</c> and <c>language</c> where they are needed.</summary>
    public void AddTo(JsonObject parameters)
    {
        var filters = new JsonObject();
        foreach (var group in _comparisons.GroupBy(c => c.Field.Id))
        {
            // Names that begin with a dollar sign are operators unless it is doubled
            var key = group.Key.StartsWith('$') ? "$" + group.Key : group.Key;
            var equal = group.Where(c => c.Sign == "=").ToList();
            var ranges = new JsonObject(group.Where(c => c.Sign != "=").DistinctBy(c => c.Sign).Select(c => KeyValuePair.Create(Operator(c.Sign), (JsonNode?)c.Value.DeepClone())));
            if (equal.Count > 0)
            {
                ranges["in"] = new JsonArray([.. equal.Select(c => c.Value.DeepClone())]);
            }

            filters[key] = ranges;
        }

        if (filters.Count > 0)
        {
            parameters["filters"] = filters;
        }

        if (_columnWords.Count > 0)
        {
            parameters["q"] = new JsonObject(_columnWords.GroupBy(c => c.Field.Id).Select(g => KeyValuePair.Create(g.Key, (JsonNode?)Expression(g.SelectMany(c => c.Words)))));
        }

        if (_words.Length > 0)
        {
            parameters[_columnWords.Count > 0 ? "full_text" : "q"] = Expression(_words);
        }

        if (_words.Length > 0 || _columnWords.Count > 0)
        {
            parameters["plain"] = false;
            parameters["language"] = "simple";
        }
    }

    /// <summary>The same as a condition of SQL; empty or beginning with <c>WHERE</c>.</summary>
    /// <param name="fields">All columns, for words that are looked for in the whole row.</param>
    /// <param name="more">Conditions beside it.</param>
    public string Where(IReadOnlyList<TableField> fields, params IEnumerable<string> more)
    {
        var parts = _comparisons.Where(c => c.Sign != "=").Select(c => $"{Name(c.Field.Id)} {c.Sign} {c.Literal}")
            .Concat(_comparisons.Where(c => c.Sign == "=").GroupBy(c => c.Field.Id).Select(g => $"{Name(g.Key)} IN ({string.Join(", ", g.Select(c => c.Literal))})"))
            .Concat(_columnWords.SelectMany(c => c.Words.Select(word => Begins(Text(c.Field), word))))
            .Concat(_words.Select(word => Begins($"concat_ws(' ', {string.Join(", ", fields.Where(f => f.Id != "_id").Select(Text))})", word)))
            .Concat(more).ToList();
        return parts.Count == 0 ? "" : "WHERE " + string.Join("\n  AND ", parts);
    }

    /// <summary>A name in SQL.</summary>
    public static string Name(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>Letters and digits between everything else: what the store takes for words.</summary>
    private static string[] WordsOf(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            kept.Append(char.IsLetterOrDigit(sign) ? sign : ' ');
        }

        return [.. kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).Take(20)];
    }

    private static string Expression(IEnumerable<string> words) => string.Join(" & ", words.Select(word => word + ":*"));

    private static string Begins(string text, string word) =>
        $"(' ' || regexp_replace({text}, '[[:space:][:punct:]]+', ' ', 'g')) ILIKE '% {word.Replace("'", "''", StringComparison.Ordinal)}%'";

    private static string Text(TableField field) => field.Kind == FieldKind.Text ? Name(field.Id) : $"CAST({Name(field.Id)} AS text)";

    internal static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static string Operator(string sign) => sign switch { ">=" => "gte", "<=" => "lte", _ => "lt" };

    private bool Take(TableField field, ColumnCondition condition)
    {
        if (condition.Test == ColumnTest.Has)
        {
            var words = WordsOf(condition.Value);
            if (words.Length > 0)
            {
                _columnWords.Add((field, words));
            }

            return words.Length > 0;
        }

        var sign = condition.Test switch { ColumnTest.Min => ">=", ColumnTest.Max => "<=", _ => "=" };
        switch (field.Kind)
        {
            case FieldKind.Number:
                if (!decimal.TryParse(condition.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                {
                    return false;
                }

                var digits = number.ToString(CultureInfo.InvariantCulture);
                _comparisons.Add((field, sign, JsonValue.Create(digits), digits));
                return true;
            case FieldKind.Date or FieldKind.Moment:
                return TakeDay(field, sign, condition.Value);
            case FieldKind.Boolean:
                if (sign != "=" || condition.Value is not ("true" or "false"))
                {
                    return false;
                }

                _comparisons.Add((field, sign, JsonValue.Create(condition.Value == "true"), condition.Value));
                return true;
            case FieldKind.Text:
                _comparisons.Add((field, sign, JsonValue.Create(condition.Value), Literal(condition.Value)));
                return true;
            default:
                return false;
        }
    }

    private bool TakeDay(TableField field, string sign, string value)
    {
        if (!DateTime.TryParseExact(value, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return false;
        }

        var kind = field.Kind == FieldKind.Date ? "DATE" : "TIMESTAMP";
        if (field.Kind == FieldKind.Moment && sign == "<=" && value.Length == 10 && time < DateTime.MaxValue.Date)
        {
            // Until the end of the day
            sign = "<";
            time = time.AddDays(1);
        }

        var text = time.ToString(field.Kind == FieldKind.Date ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        _comparisons.Add((field, sign, JsonValue.Create(text), $"{kind} {Literal(text)}"));
        return true;
    }
}
