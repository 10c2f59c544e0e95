using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Makes charts: one grouped statement for the figures, a drawing of them on the server.</summary>
internal sealed class ChartViews(Questions questions, PageLanguage language)
{
    private const int MaxSeries = 8;
    private const int MaxSlices = 7;
    private const int MaxPoints = 1000;

    /// <summary>Pixels, for phones, tablets and wide screens.</summary>
    private static readonly int[] Widths = [358, 700, 1100];

    public async Task<ChartView> DrawAsync(TablePage table, CancellationToken ct)
    {
        var fields = table.Fields.Where(f => f.Id != "_id" && f.Kind != FieldKind.Other).ToList();
        if (fields.Count == 0)
        {
            return new ChartView(table, table.Query.Chart, fields) { Failure = language["chart.failure.nothing"] };
        }

        var chosen = table.Query.Chart;
        try
        {
            var year = ChartChoice.Year(fields);
            var counts = await CountAsync(table, [.. (chosen.Group is null ? ChartChoice.Candidates(fields) : []).Append(year).OfType<TableField>().Distinct()], ct);
            chosen = ChartChoice.Complete(chosen, fields, counts);
            var view = Describe(new ChartView(table, chosen, fields));
            return chosen.Kind == "scatter" ? await ScatterAsync(view, fields, ct) : await GroupedAsync(view, fields, year is not null && counts[year.Id] > 1, ct);
        }
        catch (InvalidException error)
        {
            return new ChartView(table, chosen, fields) { Failure = language[TableViews.FailureOf(error)] };
        }
        catch (CatalogException)
        {
            return new ChartView(table, chosen, fields) { Failure = language["table.failure.gone"] };
        }
    }

    private ChartView Describe(ChartView view)
    {
        var group = view.Fields.First(f => f.Id == view.Chosen.Group);
        var column = view.Fields.FirstOrDefault(f => f.Id == view.Chosen.Column);
        var value = view.Chosen.Kind == "scatter" ? WithUnit(column!)
            : view.Chosen.Measure == "count" || column is null ? language["chart.rows"]
            : $"{language["chart.measure." + view.Chosen.Measure]}: {WithUnit(column)}";
        return view with
        {
            GroupLabel = group.Label,
            ValueLabel = value,
            Heading = view.Chosen.Kind == "scatter" ? language.Format("chart.heading.scatter", WithUnit(group), value)
                : view.Chosen.Series is { Length: > 0 } series ? language.Format("chart.heading.series", value, group.Label, view.Fields.First(f => f.Id == series).Label)
                : language.Format("chart.heading", value, group.Label),
        };
    }

    private static string WithUnit(TableField field) => field.Unit is { } unit ? $"{field.Label} ({unit})" : field.Label;

    private async Task<ChartView> GroupedAsync(ChartView view, List<TableField> fields, bool manyYears, CancellationToken ct)
    {
        var (table, chosen) = (view.Table, view.Chosen);
        var group = fields.First(f => f.Id == chosen.Group);
        var pie = chosen.Kind == "pie";
        var series = pie || chosen.Series is not { Length: > 0 } ? null : fields.First(f => f.Id == chosen.Series);
        if (pie && chosen.Measure is not ("sum" or "count"))
        {
            return view with { Failure = language["chart.failure.pie"] }; // averages are no parts of a whole
        }

        // Months are asked for by their names and put in their order afterwards, so all of them are needed
        var limit = pie ? MaxSlices : chosen.Order == "group" && ChartChoice.IsMonthName(group) ? Math.Max(MonthNames.Count, chosen.Limit!.Value) : chosen.Limit!.Value;
        var sql = TableSql.Groups(table.ResourceId, table.Fields, table.Filters, group.Id, series?.Id, chosen.Measure!, chosen.Column, chosen.Order == "value" || pie, limit);
        view = view with { Sql = sql };
        var rows = await AskAsync(sql, ct);
        if (rows.Count == 0)
        {
            return view with { Failure = language["chart.failure.empty"] };
        }

        var (total, groups) = await WholeAsync(table, fields, group.Id, chosen.Measure!, chosen.Column, ct);
        var data = Arrange(rows, group, series, chosen);
        var notes = new List<string>();
        if (pie)
        {
            var values = data.Series[0].Values;
            var rest = (total ?? 0) - values.Sum(v => v ?? 0);
            var isCut = groups > data.Groups.Count;
            if (values.Any(v => v < 0) || values.Sum(v => v ?? 0) <= 0 || (isCut && rest < 0))
            {
                return view with { Failure = language["chart.failure.pie"] };
            }

            if (isCut && rest > 0)
            {
                data = data with { Groups = [.. data.Groups, language["chart.others"]], Series = [new ChartSeries("", [.. values, rest])] };
            }
        }
        else if (groups > data.Groups.Count)
        {
            notes.Add(language.Format(chosen.Order == "value" ? "chart.note.largest" : "chart.note.first", language.Number(data.Groups.Count), language.Number(groups)));
        }

        if (series is not null && data.Series.Count > MaxSeries)
        {
            notes.Add(language.Format("chart.note.series", MaxSeries, language.Number(data.Series.Count)));
            data = data with { Series = [.. data.Series.OrderByDescending(s => s.Values.Sum(v => v ?? 0)).Take(MaxSeries)] };
        }

        if (rows.Count >= TableSql.MaxCells)
        {
            notes.Add(language.Format("chart.note.cells", language.Number(TableSql.MaxCells)));
        }

        var year = ChartChoice.Year(fields);
        if (manyYears && year is not null && year != group && year != series && chosen.Measure is "sum" or "count" && table.Query.Conditions.All(c => c.Column != year?.Id))
        {
            notes.Add(language.Format("chart.note.years", year!.Label));
        }

        return view with { Data = data, Notes = notes, Drawings = Draw(view, data) };
    }

    private async Task<ChartView> ScatterAsync(ChartView view, List<TableField> fields, CancellationToken ct)
    {
        var (table, chosen) = (view.Table, view.Chosen);
        if (fields.Count(f => f.Kind == FieldKind.Number) < 2)
        {
            return view with { Failure = language["chart.failure.scatter"] };
        }

        var (x, y) = (TableFilters.Name(chosen.Group!), TableFilters.Name(chosen.Column!));
        var sql = $"SELECT {x} AS kelompok, {y} AS nilai\nFROM {TableFilters.Name(table.ResourceId)}\n{table.Filters.Where(table.Fields, $"{x} IS NOT NULL", $"{y} IS NOT NULL")}\nORDER BY \"_id\"\nLIMIT {MaxPoints}";
        var rows = await AskAsync(sql, ct);
        var points = rows.Select(r => (X: Number(r["kelompok"]), Y: Number(r["nilai"]))).Where(p => p is { X: not null, Y: not null }).Select(p => (p.X!.Value, p.Y!.Value)).ToList();
        if (points.Count == 0)
        {
            return view with { Sql = sql, Failure = language["chart.failure.empty"] };
        }

        var data = new ChartData([], [], false) { Points = points };
        return view with
        {
            Sql = sql,
            Data = data,
            Notes = rows.Count == MaxPoints ? [language.Format("chart.note.points", language.Number(MaxPoints))] : [],
            Drawings = Draw(view, data),
        };
    }

    private HtmlString[] Draw(ChartView view, ChartData data) => [.. Widths.Select(width => new HtmlString(new ChartSvg(view, data, width, language).Draw()))];

    private ChartData Arrange(List<IReadOnlyDictionary<string, JsonElement>> rows, TableField group, TableField? series, ChartQuery chosen)
    {
        var groups = Named(rows.Select(r => r["kelompok"]), group);
        var months = MonthNames.AreAll([.. groups.Select(g => g.Name)]);
        if (series is not null && chosen.Order == "value")
        {
            var sums = rows.GroupBy(r => r["kelompok"].GetRawText()).ToDictionary(g => g.Key, g => g.Sum(r => Number(r["nilai"]) ?? 0));
            groups = [.. groups.OrderByDescending(g => sums[g.Key])];
        }

        if (months && chosen.Order == "group")
        {
            groups = [.. groups.OrderBy(g => MonthNames.NumberOf(g.Name))];
        }

        if (chosen.Kind != "pie")
        {
            groups = [.. groups.Take(chosen.Limit!.Value)];
        }

        var places = groups.Select((g, at) => (g.Key, at)).ToDictionary(g => g.Key, g => g.at);
        var names = series is null ? [] : Named(rows.Select(r => r["seri"]), series).ToDictionary(s => s.Key, s => s.Name);
        var lines = new Dictionary<string, double?[]>();
        foreach (var row in rows)
        {
            var line = series is null ? "" : row["seri"].GetRawText();
            if (!lines.TryGetValue(line, out var values))
            {
                lines[line] = values = new double?[groups.Count];
            }

            if (places.TryGetValue(row["kelompok"].GetRawText(), out var at))
            {
                values[at] = Number(row["nilai"]);
            }
        }

        return new ChartData([.. groups.Select(g => g.Name)], [.. lines.Select(l => new ChartSeries(names.GetValueOrDefault(l.Key, ""), l.Value))], (group.IsTime || months) && chosen.Order == "group");
    }

    // Different values may look alike, as villages of one name do; then what stands in the table is added
    private List<(string Key, string Name)> Named(IEnumerable<JsonElement> values, TableField field)
    {
        var named = values.DistinctBy(v => v.GetRawText()).Select(v => (Key: v.GetRawText(), Name: Name(v, field))).ToList();
        var alike = named.GroupBy(n => n.Name).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return named.ConvertAll(n => alike.Contains(n.Name) ? (n.Key, $"{n.Name} ({n.Key.Trim('"')})") : n);
    }

    private string Name(JsonElement value, TableField field)
    {
        var text = CellFormat.Of(value, field, language);
        return text.Length == 0 ? language["chart.empty"]
            : field.Id.Contains("kode", StringComparison.OrdinalIgnoreCase) && Regions.Find(text) is { } region ? region.Name : text;
    }

    /// <summary>How many different values columns hold in the rows that match.</summary>
    private async Task<IReadOnlyDictionary<string, long>> CountAsync(TablePage table, IReadOnlyList<TableField> columns, CancellationToken ct)
    {
        if (columns.Count == 0)
        {
            return new Dictionary<string, long>();
        }

        var row = (await AskAsync(TableSql.Distinct(table.ResourceId, table.Fields, table.Filters, columns), ct))[0];
        return columns.Select((column, at) => (column.Id, Count: (long)(Number(row[$"n{at}"]) ?? 0))).ToDictionary(c => c.Id, c => c.Count);
    }

    /// <summary>The measured value over all rows, and how many groups there are.</summary>
    private async Task<(double? Value, long Groups)> WholeAsync(TablePage table, List<TableField> fields, string group, string measure, string? column, CancellationToken ct)
    {
        var row = (await AskAsync(TableSql.Whole(table.ResourceId, table.Fields, table.Filters, group, measure, column), ct))[0];
        return (Number(row["nilai"]), (long)(Number(row["kelompok"]) ?? 0));
    }

    private async Task<List<IReadOnlyDictionary<string, JsonElement>>> AskAsync(string sql, CancellationToken ct) =>
        [.. (await questions.AskAsync<SqlAnswer>("datastore_search_sql", new JsonObject { ["sql"] = sql }, ct)).Records];

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };
}
