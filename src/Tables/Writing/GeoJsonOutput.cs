using System.Buffers;
using System.Text.Json;

namespace Purbalingga.Tables.Writing;

/// <summary>One writing of features. A row without a place is a feature without a geometry, as RFC 7946 wants it.</summary>
internal sealed class GeoJsonOutput(Stream output, TableWriteOptions options)
{
    /// <summary>Rows that are looked at before it is believed that columns hold places.</summary>
    private const int Looked = 1000;

    private readonly OutputBuffer _buffer = new(output);

    /// <exception cref="TableWriteException">The table has no places; nothing has been written then.</exception>
    public async Task<long> WriteAsync(TableContent content, CancellationToken ct)
    {
        var geo = GeoColumns.Find([.. content.Columns.Select(column => column.Label)]) ?? GeoColumns.Find([.. content.Columns.Select(column => column.Name)])
            ?? throw new TableWriteException(TableMessages.NoPlaces);
        var json = new Utf8JsonWriter(_buffer, JsonCells.Options);
        await using var ignored = json.ConfigureAwait(false);
        var cells = new JsonCells(content.Columns, options.Header);
        var first = new List<TableRow>();
        long rows = 0;
        var isBegun = false;
        await foreach (var row in content.Rows.WithCancellation(ct).ConfigureAwait(false))
        {
            if (!isBegun)
            {
                first.Add(row);
                if (first.Count < Looked)
                {
                    continue;
                }

                Begin(json, cells, geo, first, ref rows);
                isBegun = true;
            }
            else
            {
                Feature(json, cells, geo, row, ref rows);
            }

            if (_buffer.IsFull)
            {
                await _buffer.PassOnAsync(ct).ConfigureAwait(false);
            }
        }

        if (!isBegun)
        {
            Begin(json, cells, geo, first, ref rows);
        }

        _buffer.Write("\n]}\n"u8);
        await _buffer.CompleteAsync(ct).ConfigureAwait(false);
        return rows;
    }

    private void Begin(Utf8JsonWriter json, JsonCells cells, GeoColumns geo, List<TableRow> rows, ref long count)
    {
        if (!rows.Exists(row => HasPlace(geo, row)) || (geo.IsGuess && rows.Exists(row => IsElsewhere(geo, row))))
        {
            throw new TableWriteException(TableMessages.NoPlaces);
        }

        _buffer.Write("{\"type\":\"FeatureCollection\",\"features\":["u8);
        foreach (var row in rows)
        {
            Feature(json, cells, geo, row, ref count);
        }
    }

    private void Feature(Utf8JsonWriter json, JsonCells cells, GeoColumns geo, TableRow row, ref long count)
    {
        _buffer.Write(count++ == 0 ? "\n"u8 : ",\n"u8);
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WritePropertyName("geometry"u8);
        WriteGeometry(json, geo, row);
        json.WritePropertyName("properties"u8);
        cells.Write(json, row, without: geo.Geometry);
        json.WriteEndObject();
        json.Flush();
        json.Reset();
    }

    private static void WriteGeometry(Utf8JsonWriter json, GeoColumns geo, TableRow row)
    {
        if (geo.Geometry >= 0 && row.At(geo.Geometry) is { Kind: CellKind.Text } text && GeoColumns.IsGeometry(text.Text))
        {
            json.WriteRawValue(text.Text, skipInputValidation: true);
        }
        else if (HasPoint(geo, row))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "Point"u8);
            json.WriteStartArray("coordinates"u8);
            json.WriteNumberValue(row.At(geo.Longitude).Number);
            json.WriteNumberValue(row.At(geo.Latitude).Number);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static bool HasPlace(GeoColumns geo, TableRow row) =>
        HasPoint(geo, row) || (geo.Geometry >= 0 && row.At(geo.Geometry) is { Kind: CellKind.Text } text && GeoColumns.IsGeometry(text.Text));

    private static bool HasPoint(GeoColumns geo, TableRow row) =>
        HasNumbers(geo, row) && GeoColumns.IsPlace(row.At(geo.Latitude).Number, row.At(geo.Longitude).Number);

    private static bool IsElsewhere(GeoColumns geo, TableRow row) => HasNumbers(geo, row) && !HasPoint(geo, row);

    private static bool HasNumbers(GeoColumns geo, TableRow row) =>
        geo.Latitude >= 0 && row.At(geo.Latitude).Kind == CellKind.Number && row.At(geo.Longitude).Kind == CellKind.Number;
}
