using System.Buffers;
using System.Security;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Tables;
using Purbalingga.Tables.Writing;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Writes a dump in one of CKAN's formats while the rows come.</summary>
/// <param name="mark">Begin with the UTF-8 mark.</param>
/// <param name="safe">Texts of CSV and TSV that a spreadsheet would run get an apostrophe in front.</param>
internal sealed class DumpWriter(DataRows rows, string format, bool mark, bool safe, bool milliseconds)
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    public async Task WriteAsync(Stream output, CancellationToken ct)
    {
        if (mark)
        {
            await output.WriteAsync(Mark, ct);
        }

        await (format switch
        {
            "json" => WriteJsonAsync(output, ct),
            "xml" => WriteXmlAsync(output, ct),
            _ => WriteTextAsync(output, format == "csv" ? ',' : '\t', ct),
        });
    }

    private async Task WriteTextAsync(Stream output, char delimiter, CancellationToken ct)
    {
        var text = new StringBuilder();
        for (var i = 0; i < rows.Columns.Count; i++)
        {
            text.Append(i > 0 ? delimiter.ToString() : "");
            DelimitedText.AppendCell(text, safe ? SpreadsheetText.Disarm(rows.Columns[i].Name) : rows.Columns[i].Name, delimiter);
        }

        text.Append("\r\n");
        if (!safe && rows is IDelimitedRows lines)
        {
            await FlushAsync(text, output, ct);
            await foreach (var part in lines.ReadDelimitedAsync(delimiter, milliseconds, ct))
            {
                await output.WriteAsync(part, ct);
            }

            return;
        }

        await foreach (var batch in rows.ReadAsync(ct))
        {
            for (var row = 0; row < batch.Rows; row++)
            {
                DelimitedText.AppendRow(text, safe ? Disarm(batch.Row(row)) : batch.Row(row), delimiter, milliseconds);
            }

            await FlushAsync(text, output, ct);
        }

        await FlushAsync(text, output, ct);
    }

    private static DataValue[] Disarm(ReadOnlySpan<DataValue> row)
    {
        var cells = row.ToArray();
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = cells[i].Kind == DataKind.Text ? DataValue.Of(SpreadsheetText.Disarm(cells[i].Text)) : cells[i];
        }

        return cells;
    }

    private async Task WriteJsonAsync(Stream output, CancellationToken ct)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        await using var json = new Utf8JsonWriter(buffer, CatalogJson.WriterOptions);
        json.WriteStartObject();
        json.WritePropertyName("fields");
        RecordsWriter.WriteColumns(json, rows.Columns);
        json.WritePropertyName("records");
        var records = new RecordsWriter(json, buffer, output, "lists", milliseconds);
        await records.WriteAsync(rows, int.MaxValue, ct);
        json.WriteEndObject();
        await records.FlushAsync(ct);
    }

    private async Task WriteXmlAsync(Stream output, CancellationToken ct)
    {
        var names = XmlNames.Of(rows.Columns.Select(c => c.Name));
        var text = new StringBuilder("<data xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n");
        await foreach (var batch in rows.ReadAsync(ct))
        {
            for (var row = 0; row < batch.Rows; row++)
            {
                AppendRow(text, batch.Row(row), names);
            }

            await FlushAsync(text, output, ct);
        }

        text.Append("</data>\n");
        await FlushAsync(text, output, ct);
    }

    private void AppendRow(StringBuilder text, ReadOnlySpan<DataValue> row, string[] names)
    {
        text.Append("<row");
        for (var i = 0; i < row.Length; i++)
        {
            if (rows.Columns[i].Name == DataNames.RowId)
            {
                text.Append(" _id=\"").Append(row[i].Whole).Append('"');
            }
        }

        text.Append('>');
        for (var i = 0; i < row.Length; i++)
        {
            if (rows.Columns[i].Name != DataNames.RowId)
            {
                Append(text, names[i], row[i]);
            }
        }

        text.Append("</row>\n");
    }

    private void Append(StringBuilder text, string name, DataValue value)
    {
        if (value.Kind == DataKind.Json)
        {
            Append(text, name, null, JsonNode.Parse(value.Text));
            return;
        }

        var cell = value.Kind == DataKind.Boolean ? value.Boolean ? "True" : "False" : CellText.Of(value, milliseconds);
        text.Append('<').Append(name);
        _ = cell is null ? text.Append(" xsi:nil=\"true\" />") : text.Append('>').Append(Escape(cell)).Append("</").Append(name).Append('>');
    }

    private static void Append(StringBuilder text, string name, string? key, JsonNode? node)
    {
        text.Append('<').Append(name);
        if (key is not null)
        {
            text.Append(" key=\"").Append(Escape(key)).Append('"');
        }

        switch (node)
        {
            case null:
                text.Append(" xsi:nil=\"true\" />");
                return;
            case JsonObject pairs:
                text.Append('>');
                foreach (var (inner, value) in pairs)
                {
                    Append(text, "value", inner, value);
                }

                break;
            case JsonArray items:
                text.Append('>');
                for (var i = 0; i < items.Count; i++)
                {
                    Append(text, "value", i.ToString(System.Globalization.CultureInfo.InvariantCulture), items[i]);
                }

                break;
            default:
                text.Append('>').Append(Escape(InputValues.Text(node) ?? ""));
                break;
        }

        text.Append("</").Append(name).Append('>');
    }

    // Signs that XML cannot hold at all are left out; a carriage return that stood bare would be read as a line feed
    private static string Escape(string text) =>
        SecurityElement.Escape(text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(IsXml)))!.Replace("\r", "&#13;", StringComparison.Ordinal);

    private static bool IsXml(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static async Task FlushAsync(StringBuilder text, Stream output, CancellationToken ct)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), ct);
        text.Clear();
    }
}
