using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Draws a chart for one width of screen, in pixels; it is not made smaller, so its texts stay readable.</summary>
internal sealed class ChartSvg(ChartView view, ChartData data, int width, PageLanguage language)
{
    private const double Letter = 7.1;

    /// <summary>Told apart also by those who see few colours, and dark enough beside white.</summary>
    private static readonly string[] Colours = ["#0f6b5f", "#c97a00", "#2b62b5", "#9a3b86", "#7a4a1e", "#5f9e2f", "#b8332a", "#5a6b78"];

    private readonly SvgText _svg = new();

    private bool IsNarrow => width < 500;

    private bool HasSeries => data.Series.Count > 1 || data.Series.Any(s => s.Name.Length > 0);

    public string Draw()
    {
        switch (view.Chosen.Kind)
        {
            case "scatter":
                Scatter();
                break;
            case "pie":
                Pie();
                break;
            case "line" or "area":
                Lines(view.Chosen.Kind == "area");
                break;
            default:
                if (data.IsTime && data.Groups.Count * data.Series.Count <= (IsNarrow ? 14 : 60))
                {
                    Columns();
                }
                else
                {
                    Bars();
                }

                break;
        }

        return _svg.ToString();
    }

    private static string Colour(int at) => Colours[at % Colours.Length];

    private string Text(double? value) => value is { } number ? CellFormat.Of(number, language) : language["chart.novalue"];

    // Marks of an axis: thousands, millions and milliards in words
    private string Short(double value)
    {
        var size = Math.Abs(value);
        var (part, word) = size switch
        {
            >= 1e12 => (1e12, language["chart.trillion"]),
            >= 1e9 => (1e9, language["chart.billion"]),
            >= 1e6 => (1e6, language["chart.million"]),
            >= 1e4 => (1e3, language["chart.thousand"]),
            _ => (1, ""),
        };
        return CellFormat.Of(Math.Round(value / part, 3), language) + (word.Length > 0 ? " " + word : "");
    }

    private void Begin(double height)
    {
        var size = IsNarrow ? "s" : width < 1000 ? "m" : "l";
        _svg.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart__svg chart__svg--" + size), ("viewBox", $"0 0 {width} {SvgText.Number(height)}"), ("role", "img"),
            ("aria-labelledby", $"grafik-judul-{size} grafik-isi-{size}"))
            .Element("title", view.Heading, ("id", "grafik-judul-" + size))
            .Element("desc", Summary(), ("id", "grafik-isi-" + size));
    }

    private string Summary()
    {
        if (data.Points.Count > 0)
        {
            return language.Format("chart.summary.points", language.Number(data.Points.Count));
        }

        var all = data.Series.SelectMany(s => s.Values.Select((value, at) => (value, Name: Join(data.Groups[at], s.Name)))).Where(v => v.value is not null).ToList();
        var (largest, smallest) = (all.MaxBy(v => v.value), all.MinBy(v => v.value));
        return all.Count == 0 ? view.Heading : language.Format("chart.summary", language.Number(data.Groups.Count), largest.Name, Text(largest.value), smallest.Name, Text(smallest.value));
    }

    private static string Join(string group, string series) => series.Length == 0 ? group : $"{group}, {series}";

    private static string Cut(string text, double room)
    {
        var most = Math.Max(4, (int)(room / Letter));
        return text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
    }

    /// <summary>Names of the series with their colours.</summary>
    /// <returns>Height that it takes.</returns>
    private double Legend(bool draw)
    {
        if (!HasSeries)
        {
            return 0;
        }

        var (x, y) = (0d, 14d);
        for (var i = 0; i < data.Series.Count; i++)
        {
            var name = Cut(data.Series[i].Name, width - 30);
            var room = 22 + (name.Length * Letter) + 16;
            if (x > 0 && x + room > width)
            {
                (x, y) = (0, y + 24);
            }

            if (draw)
            {
                _svg.Empty("rect", ("x", x), ("y", y - 11), ("width", 14d), ("height", 14d), ("rx", 3d), ("fill", Colour(i)))
                    .Element("text", name, ("x", x + 20), ("y", y + 1), ("class", "chart__label"));
            }

            x += room;
        }

        return y + 18;
    }

    private void Bars()
    {
        var top = Legend(draw: false);
        var count = data.Series.Count;
        var thick = count == 1 ? IsNarrow ? 16d : 20d : 13d;
        var longest = data.Groups.Max(g => g.Length) * Letter;
        var labels = IsNarrow ? 0 : Math.Min(longest + 12, width * 0.3);
        var row = (IsNarrow ? 21 : 0) + (count * (thick + 2)) + (IsNarrow ? 9 : 10);
        var scale = Scale.Of(data.Series.SelectMany(s => s.Values).OfType<double>(), fromZero: true, 5);
        var room = data.Series.SelectMany(s => s.Values).Select(v => Text(v).Length).Max() * Letter + 10;
        var (low, high) = (data.Series.SelectMany(s => s.Values).Any(v => v < 0) ? labels + room : labels, width - room);
        double Place(double value) => scale.Place(value, low, high + ((scale.High - Math.Max(0, data.Series.SelectMany(s => s.Values).Max() ?? 0)) / (scale.High - scale.Low) * (high - low)));
        Begin(top + (data.Groups.Count * row) + 6);
        Legend(draw: true);
        var zero = Place(0);
        for (var g = 0; g < data.Groups.Count; g++)
        {
            var y = top + (g * row) + 4;
            if (IsNarrow)
            {
                _svg.Element("text", Cut(data.Groups[g], width), ("x", 0d), ("y", y + 13), ("class", "chart__label"));
                y += 20;
            }
            else
            {
                _svg.Element("text", Cut(data.Groups[g], labels - 10), ("x", labels - 8), ("y", y + (count * (thick + 2) / 2) + 4), ("text-anchor", "end"), ("class", "chart__label"));
            }

            for (var s = 0; s < count; s++)
            {
                var value = data.Series[s].Values[g];
                var end = Place(value ?? 0);
                _svg.Open("g", ("class", "chart__mark")).Element("title", $"{Join(data.Groups[g], data.Series[s].Name)}: {Text(value)}")
                    .Empty("rect", ("x", Math.Min(zero, end)), ("y", y), ("width", Math.Max(value is null ? 0 : 1.5, Math.Abs(end - zero))), ("height", thick), ("rx", 3d), ("fill", Colour(s)))
                    .Element("text", Text(value), ("x", (value ?? 0) < 0 ? end - 6 : Math.Max(end, zero) + 6), ("y", y + (thick / 2) + 4.5),
                        ("text-anchor", (value ?? 0) < 0 ? "end" : "start"), ("class", count == 1 ? "chart__value" : "chart__value chart__value--small")).Close("g");
                y += thick + 2;
            }
        }

        _svg.Empty("line", ("x1", zero), ("y1", top), ("x2", zero), ("y2", top + (data.Groups.Count * row)), ("class", "chart__zero")).Close("svg");
    }

    /// <summary>Frame, marks and groups of charts whose groups stand side by side.</summary>
    /// <returns>Left, right, top and bottom of the room for drawing.</returns>
    private (double Left, double Right, double Top, double Bottom) Axes(Scale scale, bool centred)
    {
        var left = (scale.Marks.Max(m => Short(m).Length) * Letter) + 12;
        var legend = Legend(draw: false);
        var (top, height) = (legend + 26, IsNarrow ? 240d : 340d);
        var bottom = top + height;
        Begin(bottom + 44);
        Legend(draw: true);
        _svg.Element("text", Cut(view.ValueLabel, width), ("x", 0d), ("y", legend + 12), ("class", "chart__axis"));
        foreach (var mark in scale.Marks)
        {
            var y = scale.Place(mark, bottom, top);
            _svg.Empty("line", ("x1", left), ("y1", y), ("x2", (double)width), ("y2", y), ("class", mark == 0 ? "chart__zero" : "chart__grid"))
                .Element("text", Short(mark), ("x", left - 8), ("y", y + 4.5), ("text-anchor", "end"), ("class", "chart__axis"));
        }

        var right = width - (centred ? 4d : 18d);
        var step = (right - left - (centred ? 0 : 18)) / (centred ? data.Groups.Count : Math.Max(1, data.Groups.Count - 1));
        var each = Math.Max(1, (int)Math.Ceiling((Math.Min(data.Groups.Max(g => g.Length), 14) * Letter + 12) / step));
        for (var g = 0; g < data.Groups.Count; g += each)
        {
            var x = centred ? left + ((g + 0.5) * step) : left + 18 + (g * step);
            _svg.Element("text", Cut(data.Groups[g], 14 * Letter), ("x", x), ("y", bottom + 20),
                ("text-anchor", !centred && g + each >= data.Groups.Count && data.Groups.Count > 1 && g == data.Groups.Count - 1 ? "end" : "middle"), ("class", "chart__axis"));
        }

        _svg.Element("text", view.GroupLabel, ("x", (left + right) / 2), ("y", bottom + 40), ("text-anchor", "middle"), ("class", "chart__axis"));
        return (left, right, top, bottom);
    }

    private void Columns()
    {
        var scale = Scale.Of(data.Series.SelectMany(s => s.Values).OfType<double>(), fromZero: true, 5);
        var (left, right, top, bottom) = Axes(scale, centred: true);
        var step = (right - left) / data.Groups.Count;
        var thick = Math.Min(70, step * 0.76 / data.Series.Count);
        var zero = scale.Place(0, bottom, top);
        var valuesFit = data.Series.Count == 1 && data.Series[0].Values.All(v => Short(v ?? 0).Length * Letter < step);
        for (var g = 0; g < data.Groups.Count; g++)
        {
            var x = left + ((g + 0.5) * step) - (thick * data.Series.Count / 2);
            for (var s = 0; s < data.Series.Count; s++)
            {
                if (data.Series[s].Values[g] is { } value)
                {
                    var y = scale.Place(value, bottom, top);
                    _svg.Open("g", ("class", "chart__mark")).Element("title", $"{Join(data.Groups[g], data.Series[s].Name)}: {Text(value)}")
                        .Empty("rect", ("x", x + 1), ("y", Math.Min(y, zero)), ("width", Math.Max(1, thick - 2)), ("height", Math.Max(1, Math.Abs(zero - y))), ("rx", 2d), ("fill", Colour(s)));
                    if (valuesFit)
                    {
                        _svg.Element("text", Short(value), ("x", x + (thick / 2)), ("y", value < 0 ? y + 15 : y - 6), ("text-anchor", "middle"), ("class", "chart__value chart__value--small"));
                    }

                    _svg.Close("g");
                }

                x += thick;
            }
        }

        _svg.Close("svg");
    }

    private void Lines(bool filled)
    {
        var scale = Scale.Of(data.Series.SelectMany(s => s.Values).OfType<double>(), fromZero: filled, 5);
        var (left, right, top, bottom) = Axes(scale, centred: false);
        var step = (right - left - 18) / Math.Max(1, data.Groups.Count - 1);
        for (var s = 0; s < data.Series.Count; s++)
        {
            var points = data.Series[s].Values.Select((value, g) => (value, X: left + 18 + (g * step), Group: data.Groups[g])).Where(p => p.value is not null)
                .Select(p => (p.X, Y: scale.Place(p.value!.Value, bottom, top), p.Group, Value: p.value!.Value)).ToList();
            var path = string.Join(' ', points.Select(p => $"{SvgText.Number(p.X)},{SvgText.Number(p.Y)}"));
            if (filled && points.Count > 1)
            {
                var zero = scale.Place(Math.Max(scale.Low, Math.Min(0, scale.High)), bottom, top);
                _svg.Empty("polygon", ("points", $"{SvgText.Number(points[0].X)},{SvgText.Number(zero)} {path} {SvgText.Number(points[^1].X)},{SvgText.Number(zero)}"),
                    ("fill", Colour(s)), ("fill-opacity", data.Series.Count == 1 ? 0.22 : 0.12));
            }

            _svg.Empty("polyline", ("points", path), ("fill", "none"), ("stroke", Colour(s)), ("stroke-width", 3d), ("stroke-linejoin", "round"), ("stroke-linecap", "round"));
            foreach (var point in points)
            {
                _svg.Open("g", ("class", "chart__mark")).Element("title", $"{Join(point.Group, data.Series[s].Name)}: {Text(point.Value)}")
                    .Empty("circle", ("cx", point.X), ("cy", point.Y), ("r", 12d), ("fill", "transparent"))
                    .Empty("circle", ("cx", point.X), ("cy", point.Y), ("r", points.Count > 60 ? 1.5 : 4.5), ("fill", "#ffffff"), ("stroke", Colour(s)), ("stroke-width", 2.5)).Close("g");
            }

            if (data.Series.Count == 1 && points.Count is > 0 and <= 14 && points.All(p => Short(p.Value).Length * Letter < step + 8))
            {
                foreach (var point in points)
                {
                    _svg.Element("text", Short(point.Value), ("x", Math.Min(point.X, width - (Short(point.Value).Length * Letter / 2) - 2)), ("y", point.Y - 12), ("text-anchor", "middle"), ("class", "chart__value chart__value--small"));
                }
            }
        }

        _svg.Close("svg");
    }

    private void Pie()
    {
        var values = data.Series[0].Values.Select(v => v ?? 0).ToList();
        var sum = values.Sum();
        var radius = IsNarrow ? 130d : 150d;
        var (cx, cy) = (IsNarrow ? width / 2d : radius + 10, radius + 10);
        var (lx, ly) = IsNarrow ? (0d, (radius * 2) + 44) : ((radius * 2) + 60, Math.Max(30, cy - (values.Count * 14) + 10));
        Begin(IsNarrow ? ly + (values.Count * 28) : Math.Max((radius * 2) + 20, ly + (values.Count * 28)));
        var angle = -Math.PI / 2;
        for (var i = 0; i < values.Count; i++)
        {
            var share = values[i] / sum;
            var text = $"{data.Groups[i]}: {Text(values[i])} ({(share * 100).ToString("0.#", language.Language.Culture)}%)";
            var end = angle + (share * 2 * Math.PI);
            var fill = i == values.Count - 1 && data.Groups[i] == language["chart.others"] ? "#8b9a96" : Colour(i);
            _svg.Open("g", ("class", "chart__mark")).Element("title", text);
            if (share > 0.99999)
            {
                _svg.Empty("circle", ("cx", cx), ("cy", cy), ("r", radius), ("fill", fill));
            }
            else if (share > 0)
            {
                var (x1, y1, x2, y2) = (cx + (radius * Math.Cos(angle)), cy + (radius * Math.Sin(angle)), cx + (radius * Math.Cos(end)), cy + (radius * Math.Sin(end)));
                _svg.Empty("path", ("d", FormattableString.Invariant($"M{cx:0.##} {cy:0.##}L{x1:0.##} {y1:0.##}A{radius:0.##} {radius:0.##} 0 {(share > 0.5 ? 1 : 0)} 1 {x2:0.##} {y2:0.##}Z")),
                    ("fill", fill), ("stroke", "#ffffff"), ("stroke-width", 2d));
            }

            _svg.Empty("rect", ("x", lx), ("y", ly + (i * 28) - 12), ("width", 16d), ("height", 16d), ("rx", 3d), ("fill", fill))
                .Element("text", Cut(text, width - lx - 30), ("x", lx + 24), ("y", ly + (i * 28) + 1), ("class", "chart__label")).Close("g");
            angle = end;
        }

        _svg.Empty("circle", ("cx", cx), ("cy", cy), ("r", radius * 0.52), ("fill", "#ffffff"))
            .Element("text", Short(sum), ("x", cx), ("y", cy + 7), ("text-anchor", "middle"), ("class", "chart__sum")).Close("svg");
    }

    private void Scatter()
    {
        var (across, up) = (Scale.Of(data.Points.Select(p => p.X), false, IsNarrow ? 3 : 6), Scale.Of(data.Points.Select(p => p.Y), false, 5));
        var left = (up.Marks.Max(m => Short(m).Length) * Letter) + 12;
        var (top, bottom, right) = (28d, IsNarrow ? 280d : 400d, width - 24d);
        Begin(bottom + 46);
        _svg.Element("text", Cut(view.ValueLabel, width), ("x", 0d), ("y", 12d), ("class", "chart__axis"));
        foreach (var mark in up.Marks)
        {
            var y = up.Place(mark, bottom, top);
            _svg.Empty("line", ("x1", left), ("y1", y), ("x2", right), ("y2", y), ("class", "chart__grid"))
                .Element("text", Short(mark), ("x", left - 8), ("y", y + 4.5), ("text-anchor", "end"), ("class", "chart__axis"));
        }

        foreach (var mark in across.Marks)
        {
            var x = across.Place(mark, left, right);
            _svg.Empty("line", ("x1", x), ("y1", top), ("x2", x), ("y2", bottom), ("class", "chart__grid"))
                .Element("text", Short(mark), ("x", x), ("y", bottom + 20), ("text-anchor", "middle"), ("class", "chart__axis"));
        }

        _svg.Element("text", Cut(view.GroupLabel, width), ("x", (left + right) / 2), ("y", bottom + 42), ("text-anchor", "middle"), ("class", "chart__axis"));
        foreach (var (x, y) in data.Points)
        {
            _svg.Open("g", ("class", "chart__mark")).Element("title", $"{view.GroupLabel}: {Text(x)}; {view.ValueLabel}: {Text(y)}")
                .Empty("circle", ("cx", across.Place(x, left, right)), ("cy", up.Place(y, bottom, top)), ("r", 5d), ("fill", Colour(0)), ("fill-opacity", 0.6), ("stroke", "#ffffff")).Close("g");
        }

        _svg.Close("svg");
    }
}
