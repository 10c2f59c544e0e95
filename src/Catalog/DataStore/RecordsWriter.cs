using System.Buffers;
using System.Text;
using System.Text.Json;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Writes the rows of an answer into its JSON while they come.</summary>
/// <param name="format">objects, lists, csv or tsv.</param>
internal sealed class RecordsWriter(Utf8JsonWriter json, ArrayBufferWriter<byte> buffer, Stream output, string format, bool milliseconds)
{
    private const int FlushAt = 64 * 1024;

    /// <summary>The last row; null before there is one.</summary>
    public DataValue[]? Last { get; private set; }

    public int Count { get; private set; }

    /// <summary>The value of <c>records</c>.</summary>
    /// <param name="limit">Rows beyond are counted, but not written.</param>
    public async Task WriteAsync(DataRows rows, int limit, CancellationToken ct)
    {
        var names = Names(rows.Columns);
        var text = new StringBuilder();
        if (format is "csv" or "tsv")
        {
            await foreach (var batch in rows.ReadAsync(ct))
            {
                Append(text, batch, limit);
            }

            json.WriteStringValue(text.ToString());
            return;
        }

        json.WriteStartArray();
        await foreach (var batch in rows.ReadAsync(ct))
        {
            for (var row = 0; row < batch.Rows; row++)
            {
                if (Count++ < limit)
                {
                    WriteRow(batch.Row(row), names);
                    Last = row == batch.Rows - 1 ? batch.Row(row).ToArray() : Last;
                    if (json.BytesPending + buffer.WrittenCount > FlushAt)
                    {
                        await FlushAsync(ct);
                    }
                }
            }
        }

        json.WriteEndArray();
    }

    public async Task FlushAsync(CancellationToken ct)
    {
        await json.FlushAsync(ct);
        await output.WriteAsync(buffer.WrittenMemory, ct);
        buffer.ResetWrittenCount();
    }

    public static void WriteColumns(Utf8JsonWriter json, IReadOnlyList<DataColumn> columns)
    {
        json.WriteStartArray();
        foreach (var column in columns)
        {
            json.WriteStartObject();
            json.WriteString("id", column.Name);
            json.WriteString("type", column.Type);
            if (column.InfoJson is not null)
            {
                json.WritePropertyName("info");
                json.WriteRawValue(column.InfoJson);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Of columns with one name, an object can show the last only
    private static JsonEncodedText?[] Names(IReadOnlyList<DataColumn> columns) =>
        [.. columns.Select((c, i) => columns.Skip(i + 1).Any(later => later.Name == c.Name) ? (JsonEncodedText?)null : JsonEncodedText.Encode(c.Name, CatalogJson.Options.Encoder))];

    private void Append(StringBuilder text, DataBatch batch, int limit)
    {
        for (var row = 0; row < batch.Rows; row++)
        {
            if (Count++ < limit)
            {
                DelimitedText.AppendRow(text, batch.Row(row), format == "csv" ? ',' : '\t', milliseconds);
                Last = row == batch.Rows - 1 ? batch.Row(row).ToArray() : Last;
            }
        }
    }

    private void WriteRow(ReadOnlySpan<DataValue> row, JsonEncodedText?[] names)
    {
        if (format == "lists")
        {
            json.WriteStartArray();
            foreach (var cell in row)
            {
                CellText.Write(json, cell, milliseconds);
            }

            json.WriteEndArray();
            return;
        }

        json.WriteStartObject();
        for (var i = 0; i < row.Length; i++)
        {
            if (names[i] is { } name)
            {
                json.WritePropertyName(name);
                CellText.Write(json, row[i], milliseconds);
            }
        }

        json.WriteEndObject();
    }
}
