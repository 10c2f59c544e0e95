using System.Runtime.CompilerServices;
using System.Text;

namespace Purbalingga.Tables.Reading.Csv;

/// <summary>An open delimited text: one sheet without a name.</summary>
internal sealed class CsvTableFile(
    Stream source, Encoding encoding, int preamble, bool hasSeparatorLine, TableDetection detection, TableReadLimits limits) : ITableFile
{
    public TableDetection Detection => detection;

    public IReadOnlyList<TableSheet> Sheets { get; } = [new TableSheet(0, "", Hidden: false)];

    public async IAsyncEnumerable<TableRow> ReadRowsAsync(TableSheet sheet, [EnumeratorCancellation] CancellationToken ct = default)
    {
        source.Position = preamble;
        // Replacing what cannot be decoded would corrupt names silently, so it is an error with its place
        var strict = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
        var reader = new StreamReader(source, strict, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true);
        using var tokens = new CsvTokenizer(reader, detection.Delimiter!.Value, detection.Quote!.Value, limits, encoding.WebName);
        if (hasSeparatorLine)
        {
            await tokens.ReadAsync(ct).ConfigureAwait(false);
        }

        long cells = 0;
        var rows = 0;
        while (await tokens.ReadAsync(ct).ConfigureAwait(false) is { } row)
        {
            ct.ThrowIfCancellationRequested();
            cells += row.Cells.Count;
            if (++rows > limits.MaxRows || cells > limits.MaxCells)
            {
                throw RowLimits.Exceeded(rows, limits, row.Number, sheet: null);
            }

            yield return row;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
