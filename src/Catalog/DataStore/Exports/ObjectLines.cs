using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Tables;

namespace Purbalingga.Catalog.DataStore.Exports;

/// <summary>Rows as objects, one a line (NDJSON) or as features (GeoJSON). Cells are as in the answers of searches.</summary>
internal sealed class ObjectLines(DataRows rows, bool milliseconds)
{
    private const int FlushAt = 64 * 1024;

    /// <summary>Rows that are looked at before it is believed that columns hold places.</summary>
    private const int Looked = 1000;

    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt * 2);
    private readonly JsonEncodedText[] _names = [.. rows.Columns.Select(c => JsonEncodedText.Encode(c.Name, CatalogJson.Options.Encoder))];
    private long _count;

    public async Task WriteAsync(Stream output, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(_buffer, CatalogJson.WriterOptions);
        await foreach (var batch in rows.ReadAsync(ct))
        {
            for (var row = 0; row < batch.Rows; row++)
            {
                WriteObject(json, batch.Row(row), without: -1);
                EndValue(json);
                _buffer.Write("\n"u8);
                await PassOnAsync(output, FlushAt, ct);
            }
        }

        await PassOnAsync(output, 0, ct);
    }

    /// <exception cref="TableWriteException">The rows have no places; nothing has been written then.</exception>
    public async Task WriteFeaturesAsync(Stream output, CancellationToken ct)
    {
        var geo = GeoColumns.Find([.. rows.Columns.Select(c => c.Name)]) ?? throw Refusal();
        await using var json = new Utf8JsonWriter(_buffer, CatalogJson.WriterOptions);
        var first = new List<DataBatch>();
        var isBegun = false;
        await foreach (var batch in rows.ReadAsync(ct))
        {
            if (!isBegun)
            {
                first.Add(batch);
                if (first.Sum(b => b.Rows) >= Looked)
                {
                    await BeginAsync(json, geo, first, output, ct);
                    isBegun = true;
                }
            }
            else
            {
                await WriteFeaturesAsync(json, geo, batch, output, ct);
            }
        }

        if (!isBegun)
        {
            await BeginAsync(json, geo, first, output, ct);
        }

        _buffer.Write("\n]}\n"u8);
        await PassOnAsync(output, 0, ct);
    }

    private async Task BeginAsync(Utf8JsonWriter json, GeoColumns geo, List<DataBatch> first, Stream output, CancellationToken ct)
    {
        var all = first.SelectMany(batch => Enumerable.Range(0, batch.Rows).Select(row => (batch, row))).ToList();
        if (!all.Exists(r => HasPoint(geo, r.batch.Row(r.row)) || Geometry(geo, r.batch.Row(r.row)) is not null)
            || (geo.IsGuess && all.Exists(r => Point(geo, r.batch.Row(r.row)) is not null && !HasPoint(geo, r.batch.Row(r.row)))))
        {
            throw Refusal();
        }

        _buffer.Write("{\"type\":\"FeatureCollection\",\"features\":["u8);
        foreach (var batch in first)
        {
            await WriteFeaturesAsync(json, geo, batch, output, ct);
        }
    }

    private async Task WriteFeaturesAsync(Utf8JsonWriter json, GeoColumns geo, DataBatch batch, Stream output, CancellationToken ct)
    {
        for (var row = 0; row < batch.Rows; row++)
        {
            WriteFeature(json, geo, batch.Row(row));
            await PassOnAsync(output, FlushAt, ct);
        }
    }

    private void WriteFeature(Utf8JsonWriter json, GeoColumns geo, ReadOnlySpan<DataValue> row)
    {
        _buffer.Write(_count++ == 0 ? "\n"u8 : ",\n"u8);
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WritePropertyName("geometry"u8);
        if (Geometry(geo, row) is { } geometry)
        {
            json.WriteRawValue(geometry);
        }
        else if (HasPoint(geo, row))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "Point"u8);
            json.WriteStartArray("coordinates"u8);
            CellText.Write(json, row[geo.Longitude], milliseconds);
            CellText.Write(json, row[geo.Latitude], milliseconds);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        json.WritePropertyName("properties"u8);
        WriteObject(json, row, geo.Geometry);
        json.WriteEndObject();
        EndValue(json);
    }

    private void WriteObject(Utf8JsonWriter json, ReadOnlySpan<DataValue> row, int without)
    {
        json.WriteStartObject();
        for (var i = 0; i < row.Length; i++)
        {
            if (i != without)
            {
                json.WritePropertyName(_names[i]);
                CellText.Write(json, row[i], milliseconds);
            }
        }

        json.WriteEndObject();
    }

    private static void EndValue(Utf8JsonWriter json)
    {
        json.Flush();
        json.Reset();
    }

    private async ValueTask PassOnAsync(Stream output, int from, CancellationToken ct)
    {
        if (_buffer.WrittenCount > from)
        {
            await output.WriteAsync(_buffer.WrittenMemory, ct);
            _buffer.ResetWrittenCount();
        }
    }

    private static bool HasPoint(GeoColumns geo, ReadOnlySpan<DataValue> row) => Point(geo, row) is var (latitude, longitude) && GeoColumns.IsPlace(latitude, longitude);

    private static (double Latitude, double Longitude)? Point(GeoColumns geo, ReadOnlySpan<DataValue> row) =>
        geo.Latitude >= 0 && Number(row[geo.Latitude]) is { } latitude && Number(row[geo.Longitude]) is { } longitude ? (latitude, longitude) : null;

    private static double? Number(DataValue value) => value.Kind switch
    {
        DataKind.Whole => value.Whole,
        DataKind.Real when double.IsFinite(value.Real) => value.Real,
        DataKind.Numeric when double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };

    private static string? Geometry(GeoColumns geo, ReadOnlySpan<DataValue> row) =>
        geo.Geometry >= 0 && row[geo.Geometry] is { Kind: DataKind.Text or DataKind.Json } value && GeoColumns.IsGeometry(value.Text) ? value.Text : null;

    private static TableWriteException Refusal() => new(GeoColumns.Refusal);
}
