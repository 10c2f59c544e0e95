using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>
/// What the page of a table shows, as its address says it: <c>q</c>, <c>sort</c> (<c>asc.COLUMN</c>, <c>desc.COLUMN</c>), <c>fields</c> (a column each),
/// <c>page</c>, <c>size</c>, filters (<c>is.COLUMN</c>, <c>has.COLUMN</c>, <c>min.COLUMN</c>, <c>max.COLUMN</c>), <c>show</c> and the keys of a chart.
/// </summary>
internal sealed record TableQuery
{
    public const int DefaultSize = 50;
    private const int MaxConditions = 50;
    private const int MaxLength = 500;

    /// <summary>Rows on a page that can be chosen.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [25, DefaultSize, 100, 250];

    /// <summary>table, chart or map.</summary>
    public string Show { get; init; } = "table";

    public string Text { get; init; } = "";

    /// <summary>Null: in the order of the rows, or of how well they match the words.</summary>
    public string? Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>Columns to show; empty for all.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = DefaultSize;

    public IReadOnlyList<ColumnCondition> Conditions { get; init; } = [];

    public ChartQuery Chart { get; init; } = ChartQuery.None;

    /// <summary>The form sent what its address need not say (empty boxes, a choice of test apart from its value).</summary>
    public bool Untidy { get; private init; }

    public bool IsNarrowed => Text.Length > 0 || Conditions.Count > 0;

    public static TableQuery Read(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> query)
    {
        var given = query.SelectMany(p => p.Value.Select(v => (p.Key, Value: v ?? ""))).ToList();
        string One(string key) => given.Find(p => p.Key == key).Value ?? "";
        int? Whole(string key) => int.TryParse(One(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        string? Choice(string key, IReadOnlyList<string> choices) => choices.Contains(One(key)) ? One(key) : null;
        string? Name(string key) => One(key) is { Length: > 0 } text ? text : null;

        var sort = One("sort");
        var conditions = ReadConditions(given).Distinct().Take(MaxConditions).ToList();
        return new TableQuery
        {
            Show = Choice("show", ["chart", "map"]) ?? "table",
            Text = Short(One("q").Trim()),
            Sort = sort.StartsWith("asc.", StringComparison.Ordinal) ? sort[4..] : sort.StartsWith("desc.", StringComparison.Ordinal) ? sort[5..] : null,
            Descending = sort.StartsWith("desc.", StringComparison.Ordinal),
            Columns = [.. given.Where(p => p.Key == "fields" && p.Value.Length > 0).Select(p => p.Value).Distinct()],
            Page = Whole("page") is { } page and > 0 and < 10_000_000 ? page : 1,
            Size = Whole("size") is { } size && Sizes.Contains(size) ? size : DefaultSize,
            Conditions = conditions,
            Chart = new ChartQuery(
                Choice("kind", ChartQuery.Kinds), Name("group"), Choice("measure", ChartQuery.Measures), Name("column"),
                given.Exists(p => p.Key == "series") ? One("series") : null, Choice("order", ["value", "group"]), Whole("limit") is { } limit && ChartQuery.Limits.Contains(limit) ? limit : null),
            Untidy = given.Exists(p => (p.Value.Length == 0 && p.Key != "series") || p.Key.StartsWith("op.", StringComparison.Ordinal)),
        };
    }

    public TableQuery Without(ColumnCondition condition) => this with { Conditions = [.. Conditions.Where(c => c != condition)], Page = 1 };

    public string? ValueOf(string column, ColumnTest test) => Conditions.FirstOrDefault(c => c.Column == column && c.Test == test)?.Value;

    /// <summary>Whether a form of one box for each test of a column can hold a condition; others must go with it unseen.</summary>
    public bool HasBox(ColumnCondition condition, TableField? field) =>
        field is { Id: not "_id" } && ReferenceEquals(condition, Conditions.First(c => c.Column == condition.Column && c.Test == condition.Test)) && field.Kind switch
        {
            FieldKind.Number => condition.Test is ColumnTest.Min or ColumnTest.Max,
            FieldKind.Date or FieldKind.Moment => condition.Test is ColumnTest.Min or ColumnTest.Max && condition.Value.Length == "2025-12-31".Length,
            FieldKind.Boolean => condition.Test == ColumnTest.Is,
            FieldKind.Text => condition.Test == ColumnTest.Is || (condition.Test == ColumnTest.Has && ValueOf(condition.Column, ColumnTest.Is) is null),
            _ => false,
        };

    /// <summary>The same table sorted by a column; upwards first, then downwards.</summary>
    public TableQuery SortedBy(string column) => this with { Sort = column, Descending = Sort == column && !Descending, Page = 1 };

    /// <summary>Names and values of the address, in a fixed order and without what goes without saying.</summary>
    public IEnumerable<(string Key, string Value)> Pairs()
    {
        if (Show != "table")
        {
            yield return ("show", Show);
        }

        if (Text.Length > 0)
        {
            yield return ("q", Text);
        }

        foreach (var condition in Conditions)
        {
            yield return ($"{condition.Test.ToString().ToLowerInvariant()}.{condition.Column}", condition.Value);
        }

        if (Sort is not null)
        {
            yield return ("sort", (Descending ? "desc." : "asc.") + Sort);
        }

        foreach (var column in Columns)
        {
            yield return ("fields", column);
        }

        foreach (var (key, value) in new[]
        {
            ("kind", Chart.Kind), ("group", Chart.Group), ("measure", Chart.Measure), ("column", Chart.Column), ("series", Chart.Series), ("order", Chart.Order),
            ("limit", Chart.Limit?.ToString(CultureInfo.InvariantCulture)),
        })
        {
            if (value is not null)
            {
                yield return (key, value);
            }
        }

        if (Size != DefaultSize)
        {
            yield return ("size", Size.ToString(CultureInfo.InvariantCulture));
        }

        if (Page > 1)
        {
            yield return ("page", Page.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The query string; empty or with its question mark.</summary>
    public override string ToString()
    {
        var builder = new QueryBuilder();
        foreach (var (key, value) in Pairs())
        {
            builder.Add(key, value);
        }

        return builder.ToString();
    }

    // The form asks for a test and a value of each column of text: op.COLUMN says which of has and is the value of has.COLUMN is meant as
    private static IEnumerable<ColumnCondition> ReadConditions(List<(string Key, string Value)> given)
    {
        foreach (var (key, value) in given)
        {
            var dot = key.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0 || value.Trim().Length == 0 || !Enum.TryParse<ColumnTest>(key[..dot], ignoreCase: true, out var test) || !char.IsAsciiLetterLower(key[0]))
            {
                continue;
            }

            var column = key[(dot + 1)..];
            if (test == ColumnTest.Has && given.Exists(p => p.Key == "op." + column && p.Value == "is"))
            {
                test = ColumnTest.Is;
            }

            yield return new ColumnCondition(column, test, Short(value.Trim()));
        }
    }

    private static string Short(string text) => text.Length <= MaxLength ? text : text[..MaxLength];
}
