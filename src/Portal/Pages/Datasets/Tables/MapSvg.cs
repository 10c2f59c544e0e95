using System.Globalization;
using System.Text;
using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>
/// Draws a map of a small part of the world for one width of screen: places in their true relation, the names of the districts for orientation, a bar of
/// kilometres. Nothing is fetched from elsewhere.
/// </summary>
internal sealed class MapSvg(MapView view, int width, PageLanguage language)
{
    private const double KilometresPerDegree = 111.32;
    private const string Point = "#c4511b";
    private readonly SvgText _svg = new();

    public string Draw()
    {
        var all = view.Places.SelectMany(p => p.Shapes).SelectMany(s => s).ToList();
        var (west, east, south, north) = (all.Min(p => p.X), all.Max(p => p.X), all.Min(p => p.Y), all.Max(p => p.Y));

        // Around one place at least a view of some kilometres
        var (middleX, middleY) = ((west + east) / 2, (south + north) / 2);
        var squeeze = Math.Max(0.05, Math.Cos(middleY * Math.PI / 180)); // no map is drawn of a pole

        // Circles that measure something reach further out than points
        var around = view.Chosen is null ? 1.14 : 1.34;
        var spanX = Math.Max(east - west, 0.04) * around;
        var spanY = Math.Max(north - south, 0.03) * around;
        var tall = Math.Clamp(width * spanY / (spanX * squeeze), width * 0.5, Math.Max(width * 0.62, 420));
        var perDegree = Math.Min(width / (spanX * squeeze), tall / spanY);
        (double X, double Y) Place((double X, double Y) p) => ((width / 2d) + ((p.X - middleX) * squeeze * perDegree), (tall / 2) - ((p.Y - middleY) * perDegree));

        var size = width < 500 ? "s" : "l";
        _svg.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "map__svg map__svg--" + size), ("viewBox", $"0 0 {width} {SvgText.Number(tall)}"), ("role", "group"),
            ("aria-labelledby", "peta-judul-" + size), ("data-map", ""))
            .Element("title", view.Heading, ("id", "peta-judul-" + size))
            .Empty("rect", ("x", 0d), ("y", 0d), ("width", (double)width), ("height", tall), ("class", "map__ground"));
        Graticule(middleX, middleY, squeeze, perDegree, tall);
        if (view.Chosen is null)
        {
            Districts(Place, tall);
        }

        foreach (var place in view.Places.Where(p => !p.IsPoint))
        {
            Shape(place, Place);
        }

        var largest = Math.Max(view.Places.Max(p => Math.Abs(p.Value ?? 0)), double.Epsilon);
        var greatest = width < 500 ? 24d : 42d;
        foreach (var place in view.Places.Where(p => p.IsPoint).OrderByDescending(p => Math.Abs(p.Value ?? 0)))
        {
            var (x, y) = Place(place.Shapes[0][0]);
            var radius = place.Value is { } value ? Math.Max(3, greatest * Math.Sqrt(Math.Abs(value) / largest)) : width < 500 ? 6 : 7;
            Open(place);
            _svg.Element("title", place.Value is { } shown ? $"{place.Name}: {CellFormat.Of(shown, language)}" : place.Name)
                .Empty("circle", ("cx", x), ("cy", y), ("r", radius), ("data-r", radius), ("fill", place.Value < 0 ? "#5a6b78" : Point), ("fill-opacity", place.Value is null ? 0.85 : 0.5),
                    ("stroke", "#ffffff"), ("stroke-width", 1.5), ("vector-effect", "non-scaling-stroke"));
            Close(place);
        }

        if (view.Chosen is not null)
        {
            // Circles are so large that they would cover the names
            Districts(Place, tall);
        }

        Bar(perDegree, tall);
        return _svg.Close("svg").ToString();
    }

    // A click on a place leads to its row; by keyboard the list beneath does
    private void Open(MapPlace place)
    {
        if (place.Row is { } row)
        {
            var query = new TableQuery { Conditions = [new ColumnCondition("_id", ColumnTest.Is, row.ToString(CultureInfo.InvariantCulture))] };
            _svg.Open("a", ("href", language.Url(view.Table.Path) + query), ("tabindex", "-1"), ("class", "map__place"));
        }
        else
        {
            _svg.Open("g", ("class", "map__place"));
        }
    }

    private void Close(MapPlace place) => _svg.Close(place.Row is null ? "g" : "a");

    private void Shape(MapPlace place, Func<(double X, double Y), (double X, double Y)> toScreen)
    {
        var path = new StringBuilder();
        foreach (var shape in place.Shapes)
        {
            for (var i = 0; i < shape.Count; i++)
            {
                var (x, y) = toScreen(shape[i]);
                path.Append(i == 0 ? 'M' : 'L').Append(SvgText.Number(x)).Append(' ').Append(SvgText.Number(y));
            }

            path.Append(place.IsClosed ? "Z" : "");
        }

        Open(place);
        _svg.Element("title", place.Name)
            .Empty("path", ("d", path.ToString()), ("fill", place.IsClosed ? "#0f6b5f" : "none"), ("fill-opacity", 0.25), ("fill-rule", "evenodd"), ("stroke", "#0a4b46"), ("stroke-width", 1.5),
                ("vector-effect", "non-scaling-stroke"));
        foreach (var (x, y) in place.Shapes.Where(shape => shape.Count == 1).Select(shape => toScreen(shape[0])))
        {
            _svg.Empty("circle", ("cx", x), ("cy", y), ("r", 5d), ("data-r", 5d), ("fill", Point), ("fill-opacity", 0.85), ("stroke", "#ffffff"), ("stroke-width", 1.5), ("vector-effect", "non-scaling-stroke"));
        }

        Close(place);
    }

    private void Graticule(double middleX, double middleY, double squeeze, double perDegree, double tall)
    {
        var step = Round(120 / perDegree);
        for (var x = Math.Ceiling((middleX - (width / 2d / squeeze / perDegree)) / step) * step; x < middleX + (width / 2d / squeeze / perDegree); x += step)
        {
            var at = (width / 2d) + ((x - middleX) * squeeze * perDegree);
            _svg.Empty("line", ("x1", at), ("y1", 0d), ("x2", at), ("y2", tall), ("class", "map__line"));
        }

        for (var y = Math.Ceiling((middleY - (tall / 2 / perDegree)) / step) * step; y < middleY + (tall / 2 / perDegree); y += step)
        {
            var at = (tall / 2) - ((y - middleY) * perDegree);
            _svg.Empty("line", ("x1", 0d), ("y1", at), ("x2", (double)width), ("y2", at), ("class", "map__line"));
        }
    }

    private void Districts(Func<(double X, double Y), (double X, double Y)> toScreen, double tall)
    {
        foreach (var district in Regions.Districts)
        {
            if (district is not { Longitude: { } longitude, Latitude: { } latitude })
            {
                continue;
            }

            var (x, y) = toScreen((longitude, latitude));
            if (x > 30 && x < width - 30 && y > 14 && y < tall - 14)
            {
                _svg.Element("text", district.Name, ("x", x), ("y", y + 4), ("text-anchor", "middle"), ("class", "map__name"), ("font-size", 12), ("aria-hidden", "true"));
            }
        }
    }

    private void Bar(double perDegree, double tall)
    {
        var kilometres = Round(width * 0.22 / perDegree * KilometresPerDegree);
        var length = kilometres / KilometresPerDegree * perDegree;
        _svg.Open("g", ("class", "map__bar"), ("data-scale", SvgText.Number(kilometres)))
            .Empty("rect", ("x", 12d), ("y", tall - 34), ("width", length + 16), ("height", 26d), ("rx", 4d), ("fill", "#ffffff"), ("fill-opacity", 0.85))
            .Empty("path", ("d", FormattableString.Invariant($"M20 {tall - 20:0.##}v6H{20 + length:0.##}v-6")), ("fill", "none"), ("stroke", "#14211f"), ("stroke-width", 1.5))
            .Element("text", CellFormat.Of(kilometres, language) + " km", ("x", 20 + (length / 2)), ("y", tall - 19), ("text-anchor", "middle"), ("class", "map__scale")).Close("g");
    }

    private static double Round(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return power * ((value / power) switch { < 2 => 1, < 5 => 2, _ => 5 });
    }
}
