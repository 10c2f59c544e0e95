using System.Text;
using Purbalingga.Tables.Sniffing;

namespace Purbalingga.Tables.Reading.Csv;

/// <summary>Opens delimited text: finds encoding and delimiter on its head.</summary>
internal sealed class CsvTableReader : ITableReader
{
    private const int SampleBytes = 256 * 1024;
    private const char Quote = '"';

    public bool CanRead(FileKind kind) => kind is FileKind.Csv or FileKind.Tsv;

    public async Task<ITableFile> OpenAsync(Stream source, FileKind kind, TableReadOptions options, CancellationToken ct)
    {
        source.Position = 0;
        var head = new byte[(int)Math.Min(SampleBytes, source.Length)];
        var length = await source.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct).ConfigureAwait(false);
        var (encoding, preamble) = await FindEncodingAsync(source, head.AsMemory(0, length), options, ct).ConfigureAwait(false);

        var sample = encoding.GetString(head, preamble, length - preamble);
        var declared = DelimiterProbe.SeparatorLine(sample);
        var evidence = DelimiterProbe.Weigh(sample, complete: source.Length <= length);
        var delimiter = options.Delimiter ?? (evidence.IsTable || evidence.Delimiter != ',' ? evidence.Delimiter : kind == FileKind.Tsv ? '\t' : ',');
        var detection = new TableDetection(
            delimiter == '\t' ? FileKind.Tsv : FileKind.Csv, encoding.WebName, preamble > 0, delimiter, Quote);
        return new CsvTableFile(source, encoding, preamble, declared is not null, detection, options.Limits);
    }

    private static async Task<(Encoding Encoding, int Preamble)> FindEncodingAsync(
        Stream source, ReadOnlyMemory<byte> head, TableReadOptions options, CancellationToken ct)
    {
        if (TextProbe.ByMark(head.Span) is { } marked)
        {
            return marked;
        }

        if (TextProbe.LooksBinary(head.Span))
        {
            throw new TableReadException(TableMessages.BinaryText);
        }

        if (options.Encoding is { } name)
        {
            try
            {
                var named = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
                return (named, 0);
            }
            catch (ArgumentException error)
            {
                throw new TableReadException(TableMessages.UnknownEncoding(name), error);
            }
        }

        source.Position = 0;
        return (await TextProbe.WithoutMarkAsync(source, ct).ConfigureAwait(false), 0);
    }
}
