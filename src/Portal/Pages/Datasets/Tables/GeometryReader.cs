using System.Text.Json;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Reads the geometry of one GeoJSON feature; what is broken or too large gives nothing.</summary>
internal static class GeometryReader
{
    private const int MaxDepth = 12;

    /// <param name="room">Places that may still be read; made smaller by those that were.</param>
    /// <returns>Null for what is no geometry.</returns>
    public static (IReadOnlyList<IReadOnlyList<(double X, double Y)>> Shapes, bool IsClosed)? Read(JsonElement cell, ref int room)
    {
        if (cell.ValueKind == JsonValueKind.Object)
        {
            return Shape(cell, ref room);
        }

        if (cell.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            using var parsed = JsonDocument.Parse(cell.GetString()!, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return parsed.RootElement.ValueKind == JsonValueKind.Object ? Shape(parsed.RootElement, ref room) : null;
        }
        catch (JsonException)
        {
            return null; // a cell of free text
        }
    }

    private static (IReadOnlyList<IReadOnlyList<(double X, double Y)>> Shapes, bool IsClosed)? Shape(JsonElement geometry, ref int room)
    {
        if (!geometry.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || !geometry.TryGetProperty("coordinates", out var coordinates))
        {
            return null;
        }

        var kind = type.GetString()!;
        var shapes = new List<IReadOnlyList<(double X, double Y)>>();
        Collect(coordinates, kind is "Point" or "MultiPoint", shapes, ref room);
        return shapes.Count == 0 ? null : (shapes, kind is "Polygon" or "MultiPolygon");
    }

    private static void Collect(JsonElement node, bool points, List<IReadOnlyList<(double X, double Y)>> shapes, ref int room)
    {
        if (node.ValueKind != JsonValueKind.Array || node.GetArrayLength() == 0)
        {
            return;
        }

        if (Place(node) is { } single)
        {
            room--;
            shapes.Add([single]);
            return;
        }

        if (!points && Place(node[0]) is not null)
        {
            var line = new List<(double X, double Y)>();
            foreach (var item in node.EnumerateArray())
            {
                if (room > 0 && Place(item) is { } place)
                {
                    room--;
                    line.Add(place);
                }
            }

            shapes.Add(line);
            return;
        }

        foreach (var item in node.EnumerateArray())
        {
            if (room > 0)
            {
                Collect(item, points, shapes, ref room);
            }
        }
    }

    private static (double X, double Y)? Place(JsonElement node) =>
        node.ValueKind == JsonValueKind.Array && node.GetArrayLength() >= 2 && node[0].ValueKind == JsonValueKind.Number && node[1].ValueKind == JsonValueKind.Number
        && node[0].TryGetDouble(out var x) && node[1].TryGetDouble(out var y) && Math.Abs(x) <= 180 && Math.Abs(y) <= 90 ? (x, y) : null;
}
