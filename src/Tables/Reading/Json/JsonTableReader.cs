using System.Text;
using System.Text.Json;
using Purbalingga.Tables.Sniffing;

namespace Purbalingga.Tables.Reading.Json;

/// <summary>Opens JSON: an array of records or lists, an object that holds some, NDJSON and GeoJSON.</summary>
internal sealed class JsonTableReader : ITableReader
{
    private const int HeadBytes = 4096;

    public bool CanRead(FileKind kind) => kind is FileKind.Json or FileKind.GeoJson or FileKind.NdJson;

    public async Task<ITableFile> OpenAsync(Stream source, FileKind kind, TableReadOptions options, CancellationToken ct)
    {
        source.Position = 0;
        var head = new byte[(int)Math.Min(HeadBytes, source.Length)];
        await source.ReadExactlyAsync(head, ct).ConfigureAwait(false);
        source.Position = 0;
        var (encoding, preamble) = TextProbe.ByMark(head) ?? (await TextProbe.WithoutMarkAsync(source, ct).ConfigureAwait(false), 0);
        Stream Open()
        {
            source.Position = preamble;
            return encoding.CodePage == Encoding.UTF8.CodePage
                ? new LeftOpenStream(source) : Encoding.CreateTranscodingStream(source, encoding, Encoding.UTF8, leaveOpen: true);
        }

        try
        {
            var tables = await new JsonScan(Open, options.Limits).FindAsync(ct).ConfigureAwait(false);
            return tables.Count > 0
                ? new JsonTableFile(Open, tables, new TableDetection(kind, encoding.WebName, preamble > 0), options.Limits)
                : throw new TableReadException(TableMessages.NoRecords) { IsNoTable = true };
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw Describe(error);
        }
    }

    public static bool IsDamage(Exception error) => error is JsonException or InvalidDataException or InvalidOperationException and not ObjectDisposedException;

    public static TableReadException Describe(Exception error)
    {
        var line = error is JsonException { LineNumber: { } number } ? (int)Math.Min(number + 1, int.MaxValue) : (int?)null;
        return new TableReadException(line is null ? TableMessages.BrokenJson : TableMessages.BrokenJsonAt(line.Value), error) { Row = line };
    }
}
