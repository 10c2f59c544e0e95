using System.Buffers;
using System.Text.Json;

namespace Purbalingga.Tables.Writing;

/// <summary>One writing of records: a list, or one a line.</summary>
internal static class JsonOutput
{
    public static async Task<long> WriteAsync(Stream output, TableContent content, TableWriteOptions options, bool isList, CancellationToken ct)
    {
        var buffer = new OutputBuffer(output);
        var json = new Utf8JsonWriter(buffer, JsonCells.Options);
        await using var ignored = json.ConfigureAwait(false);
        var cells = new JsonCells(content.Columns, options.Header);
        long rows = 0;
        buffer.Write(isList ? "["u8 : ""u8);
        await foreach (var row in content.Rows.WithCancellation(ct).ConfigureAwait(false))
        {
            buffer.Write(!isList ? ""u8 : rows == 0 ? "\n"u8 : ",\n"u8);
            cells.Write(json, row);
            json.Flush();
            json.Reset();
            buffer.Write(isList ? ""u8 : "\n"u8);
            rows++;
            if (buffer.IsFull)
            {
                await buffer.PassOnAsync(ct).ConfigureAwait(false);
            }
        }

        buffer.Write(isList ? "\n]\n"u8 : ""u8);
        await buffer.CompleteAsync(ct).ConfigureAwait(false);
        return rows;
    }
}
