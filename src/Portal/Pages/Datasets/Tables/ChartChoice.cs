namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Chooses what an address does not say of a chart, so that the first look at a table makes sense.</summary>
internal static class ChartChoice
{
    private const int MaxCandidates = 12;
    private const int MaxGroups = 60;

    /// <summary>Columns that rates stand in: a sum of them means nothing.</summary>
    private static readonly string[] Rates = ["persen", "persentase", "prevalensi", "indeks", "rata", "rasio", "per", "median", "harga", "suhu", "ph", "produktivitas", "distribusi", "laju", "nilai", "angka"];

    /// <summary>Columns that a chart could be grouped by when its address names none.</summary>
    public static IReadOnlyList<TableField> Candidates(IReadOnlyList<TableField> fields) => [.. fields.Where(IsName).Take(MaxCandidates)];

    /// <param name="counts">How many different values the columns hold that were looked at.</param>
    public static ChartQuery Complete(ChartQuery asked, IReadOnlyList<TableField> fields, IReadOnlyDictionary<string, long> counts)
    {
        var manyYears = Year(fields) is { } year && counts.GetValueOrDefault(year.Id) > 1;
        var known = fields.Select(f => f.Id).ToHashSet();
        if (asked.Kind == "scatter")
        {
            var measures = fields.Where(f => f.IsMeasure).ToList();
            var x = asked.Group is { } across && fields.Any(f => f.Id == across && f.Kind == FieldKind.Number) ? across : measures.FirstOrDefault()?.Id ?? fields[0].Id;
            var y = asked.Column is { } up && fields.Any(f => f.Id == up && f.Kind == FieldKind.Number) ? up : measures.FirstOrDefault(m => m.Id != x)?.Id ?? x;
            return new ChartQuery("scatter", x, "avg", y, "", "group", asked.Limit ?? 500);
        }

        var group = asked.Group is { } wanted && known.Contains(wanted) ? fields.First(f => f.Id == wanted) : Group(fields, manyYears, counts);
        var column = asked.Column is { } given && known.Contains(given) ? fields.First(f => f.Id == given) : fields.FirstOrDefault(f => f.IsMeasure && f != group);
        var measure = asked.Measure ?? (column is null ? "count" : IsRate(column) ? "avg" : "sum");
        if (column is null || (measure is "sum" or "avg" && column.Kind != FieldKind.Number))
        {
            measure = "count";
        }

        return new ChartQuery(
            asked.Kind ?? (group.IsTime && !IsMonthName(group) && manyYears ? "line" : "bar"), group.Id, measure, column?.Id,
            asked.Series is { Length: > 0 } series && known.Contains(series) && series != group.Id && asked.Kind != "pie" ? series : "",
            asked.Order ?? (group.IsTime || IsMonthName(group) ? "group" : "value"), asked.Limit ?? 20);
    }

    /// <summary>The column of years; null when there is none.</summary>
    public static TableField? Year(IReadOnlyList<TableField> fields) => fields.FirstOrDefault(f => f.Id.ToLowerInvariant() is "tahun" or "year" or "thn");

    // A column that is the same in every row, or different in each, makes a poor axis
    private static TableField Group(IReadOnlyList<TableField> fields, bool manyYears, IReadOnlyDictionary<string, long> counts) =>
        (manyYears ? Year(fields) : null)
        ?? fields.FirstOrDefault(IsMonthName)
        ?? fields.FirstOrDefault(f => IsName(f) && counts.GetValueOrDefault(f.Id) is > 2 and <= MaxGroups)
        ?? fields.FirstOrDefault(f => IsName(f) && counts.GetValueOrDefault(f.Id) > 1)
        ?? fields.FirstOrDefault(f => f.IsTime) ?? fields.FirstOrDefault(f => f.Kind == FieldKind.Text) ?? fields[0];

    private static bool IsName(TableField field) =>
        field.Kind == FieldKind.Text && !field.Id.Contains("kode", StringComparison.OrdinalIgnoreCase) && !field.Id.Contains("satuan", StringComparison.OrdinalIgnoreCase)
        && !field.Id.Contains("nomor", StringComparison.OrdinalIgnoreCase);

    internal static bool IsMonthName(TableField field) => field.Kind == FieldKind.Text && field.Id.Contains("bulan", StringComparison.OrdinalIgnoreCase);

    private static bool IsRate(TableField field) => field.Id.ToLowerInvariant().Split('_', ' ', '-').Any(part => Rates.Contains(part)) || field.Unit is "%" or "persen";
}
