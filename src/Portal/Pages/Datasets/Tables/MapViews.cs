using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>
/// Makes maps of tables that say where their rows are: by coordinates, by GeoJSON geometries, or by the codes of districts and villages, which have a point but no
/// outline here, so their figures are circles.
/// </summary>
internal sealed class MapViews(Questions questions, PageLanguage language)
{
    private const int MaxRows = 2000;
    private const int MaxShapes = 500;
    private const int MaxPlaces = 60_000;

    /// <summary>Pixels, for phones and for wide screens.</summary>
    private static readonly int[] Widths = [358, 1100];

    public async Task<MapView> DrawAsync(TablePage table, CancellationToken ct)
    {
        var view = new MapView(table);
        try
        {
            view = Coordinates.Of(table.Fields) is { } columns ? await PointsAsync(view, columns.Latitude, columns.Longitude, ct)
                : Coordinates.Geometry(table.Fields) is { } geometry ? await ShapesAsync(view, geometry, ct)
                : await CirclesAsync(view, Regions.ColumnOf(table.Fields)!, ct);
        }
        catch (InvalidException error)
        {
            return view with { Failure = language[TableViews.FailureOf(error)] };
        }
        catch (CatalogException)
        {
            return view with { Failure = language["table.failure.gone"] };
        }

        return view.Failure is not null ? view : view.Places.Count == 0 ? view with { Failure = language["map.failure.empty"] }
            : view with { Drawings = [.. Widths.Select(width => new HtmlString(new MapSvg(view, width, language).Draw()))] };
    }

    private async Task<MapView> PointsAsync(MapView view, TableField latitude, TableField longitude, CancellationToken ct)
    {
        var rows = await RowsAsync(view.Table, [latitude.Id, longitude.Id], MaxRows, ct);
        var places = new List<MapPlace>();
        foreach (var row in rows.Records)
        {
            if (Degrees(row[1], 90) is { } y && Degrees(row[2], 180) is { } x && (x, y) != (0, 0))
            {
                places.Add(new MapPlace(row[0].GetInt64(), NameOf(row, 3), [[(x, y)]], false));
            }
        }

        var notes = Cut(rows, MaxRows);
        return view with
        {
            Places = places,
            Heading = language.Format("map.heading.points", language.Number(places.Count)),
            Notes = [.. notes, .. Without(rows.Records.Count - places.Count)],
        };
    }

    private async Task<MapView> ShapesAsync(MapView view, TableField geometry, CancellationToken ct)
    {
        var rows = await RowsAsync(view.Table, [geometry.Id], MaxShapes, ct);
        var room = MaxPlaces;
        var places = new List<MapPlace>();
        foreach (var row in rows.Records)
        {
            if (room > 0 && GeometryReader.Read(row[1], ref room) is { } read)
            {
                places.Add(new MapPlace(row[0].GetInt64(), NameOf(row, 2), read.Shapes, read.IsClosed));
            }
        }

        return view with { Places = places, Heading = language.Format("map.heading.shapes", language.Number(places.Count)), Notes = [.. Cut(rows, MaxShapes), .. Without(rows.Records.Count - places.Count)] };
    }

    private async Task<MapView> CirclesAsync(MapView view, TableField code, CancellationToken ct)
    {
        var table = view.Table;
        if (!table.HasSql)
        {
            return view with { Failure = language["chart.failure.nosql"] };
        }

        var fields = table.Fields.Where(f => f.Id != "_id").ToList();
        var chosen = ChartChoice.Complete(table.Query.Chart with { Kind = "bar", Group = code.Id, Series = "" }, fields, new Dictionary<string, long>());
        var column = fields.Find(f => f.Id == chosen.Column);
        var latest = chosen.Measure == "sum" ? await LatestYearAsync(table, fields, ct) : null;
        var sql = TableSql.Groups(
            table.ResourceId, table.Fields, table.Filters, code.Id, null, chosen.Measure!, chosen.Column, true, 500, latest is { } only ? $"{TableFilters.Name(only.Field.Id)} = {only.Literal}" : null);
        var answer = await questions.AskAsync<SqlAnswer>("datastore_search_sql", new JsonObject { ["sql"] = sql }, ct);
        var places = new List<MapPlace>();
        foreach (var row in answer.Records)
        {
            if (Regions.Find(row["kelompok"].ToString()) is { Longitude: { } longitude, Latitude: { } latitude } region && double.TryParse(row["nilai"].ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                places.Add(new MapPlace(null, region.Name, [[(longitude, latitude)]], false, value));
            }
        }

        var label = chosen.Measure == "count" || column is null ? language["chart.rows"] : $"{language["chart.measure." + chosen.Measure]}: {(column.Unit is { } unit ? $"{column.Label} ({unit})" : column.Label)}";
        var notes = new List<string> { language["map.note.circles"] };
        if (latest is { } shown)
        {
            notes.Add(language.Format("map.note.latest", shown.Field.Label, shown.Text));
        }

        if (answer.Records.Count > places.Count)
        {
            notes.Add(language.Format("map.note.codes", language.Number(answer.Records.Count - places.Count)));
        }

        return view with { Places = places, Chosen = chosen, ValueLabel = label, Heading = language.Format("map.heading.circles", label), Notes = notes };
    }

    /// <summary>Row number, the columns asked for, then those that name a row.</summary>
    private async Task<TableRows> RowsAsync(TablePage table, IReadOnlyList<string> columns, int limit, CancellationToken ct)
    {
        var names = table.Fields.Where(f => f.Kind == FieldKind.Text && !columns.Contains(f.Id) && !f.Id.Contains("kode", StringComparison.OrdinalIgnoreCase))
            .OrderBy(f => f.Id.StartsWith("nama", StringComparison.OrdinalIgnoreCase) || f.Id.Equals("name", StringComparison.OrdinalIgnoreCase) ? 0 : f.Id.Contains("nama", StringComparison.OrdinalIgnoreCase) ? 2 : 1)
            .Take(3).Select(f => f.Id);
        var parameters = table.Parameters();
        parameters["fields"] = new JsonArray([.. columns.Prepend("_id").Concat(names).Select(c => (JsonNode)c)]);
        parameters["limit"] = limit;
        parameters["records_format"] = "lists";
        return await questions.AskAsync<TableRows>("datastore_search", parameters, ct);
    }

    // A sum over years says nothing of a place: of several the last one counts, unless the address chooses
    private async Task<(TableField Field, string Text, string Literal)?> LatestYearAsync(TablePage table, IReadOnlyList<TableField> fields, CancellationToken ct)
    {
        if (ChartChoice.Year(fields) is not { } year || table.Query.Conditions.Any(c => c.Column == year.Id))
        {
            return null;
        }

        var sql = TableSql.Span(table.ResourceId, table.Fields, table.Filters, year.Id);
        var row = (await questions.AskAsync<SqlAnswer>("datastore_search_sql", new JsonObject { ["sql"] = sql }, ct)).Records[0];
        var last = row["akhir"];
        return row["banyak"].ToString() is "0" or "1" || last.ValueKind is not (JsonValueKind.Number or JsonValueKind.String) ? null
            : (year, last.ToString(), last.ValueKind == JsonValueKind.Number ? last.GetRawText() : TableFilters.Literal(last.GetString()!));
    }

    private IEnumerable<string> Without(int rows) => rows > 0 ? [language.Format("map.note.without", language.Number(rows))] : [];

    private IReadOnlyList<string> Cut(TableRows rows, int most) =>
        rows.Total > most ? [language.Format("map.note.first", language.Number(most), language.Number(rows.Total.Value))] : [];

    private static string NameOf(IReadOnlyList<JsonElement> row, int from)
    {
        var texts = row.Skip(from).Where(c => c.ValueKind == JsonValueKind.String).Select(c => c.GetString()!).Where(t => t.Length > 0).Distinct().ToList();
        return texts.Count == 0 ? "#" + row[0].GetRawText() : string.Join(" · ", texts);
    }

    private static double? Degrees(JsonElement cell, double most) =>
        cell.ValueKind == JsonValueKind.Number && cell.TryGetDouble(out var value) && Math.Abs(value) <= most ? value : null;
}
