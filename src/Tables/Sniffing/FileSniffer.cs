using System.Text;
using System.Text.RegularExpressions;

namespace Purbalingga.Tables.Sniffing;

/// <summary>Tells what a file really is by looking at its bytes.</summary>
public static partial class FileSniffer
{
    private const int HeadBytes = 64 * 1024;

    /// <summary>The kind of the file; never fails on content, whatever it is.</summary>
    /// <param name="seekable">Looked at from its beginning, also inside a zip; the position is 0 afterwards.</param>
    /// <param name="fileName">Only breaks ties between kinds of text (CSV, TSV, plain text); may be null.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<FileKind> SniffAsync(Stream seekable, string? fileName, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(seekable);
        if (!seekable.CanSeek)
        {
            throw new ArgumentException("The stream must be seekable.", nameof(seekable));
        }

        seekable.Position = 0;
        var buffer = new byte[(int)Math.Min(HeadBytes, Math.Max(0, seekable.Length))];
        var length = await seekable.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct).ConfigureAwait(false);
        try
        {
            return await TellAsync(seekable, buffer.AsMemory(0, length), fileName, ct).ConfigureAwait(false);
        }
        finally
        {
            seekable.Position = 0;
        }
    }

    private static async Task<FileKind> TellAsync(Stream source, ReadOnlyMemory<byte> head, string? fileName, CancellationToken ct)
    {
        if (BySignature(head.Span) is { } kind)
        {
            return kind switch
            {
                FileKind.Zip => ContainerProbe.InsideZip(source),
                FileKind.Ole => await ContainerProbe.InsideOleAsync(source, ct).ConfigureAwait(false),
                _ => kind,
            };
        }

        if (head.Length == 0)
        {
            return FileKind.Unknown;
        }

        var marked = TextProbe.ByMark(head.Span);
        if (marked is null && TextProbe.LooksBinary(head.Span))
        {
            return FileKind.Unknown;
        }

        var (encoding, preamble) = marked ?? (System.Text.Unicode.Utf8.IsValid(head.Span) ? Encoding.UTF8 : Encoding.Latin1, 0);
        var text = encoding.GetString(head.Span[preamble..]);
        return ByText(text, complete: source.Length <= head.Length, fileName);
    }

    private static FileKind? BySignature(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
        {
            return FileKind.Zip;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return FileKind.Ole;
        }

        if (IsBareBiff(head))
        {
            return FileKind.Xls;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]))
        {
            return FileKind.Gzip;
        }

        if (head.StartsWith("\u0089PNG\r\n\u001a\n"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return FileKind.Png;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return FileKind.Jpeg;
        }

        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
        {
            return FileKind.Gif;
        }

        if (head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual("WEBP"u8))
        {
            return FileKind.Webp;
        }

        if (head.StartsWith("PAR1"u8))
        {
            return FileKind.Parquet;
        }

        // Readers accept a PDF header anywhere in the first kilobyte
        return head[..Math.Min(1024, head.Length)].IndexOf("%PDF-"u8) >= 0 ? FileKind.Pdf : null;
    }

    /// <summary>A BOF record of BIFF2 to BIFF5 outside of an OLE container.</summary>
    private static bool IsBareBiff(ReadOnlySpan<byte> head) =>
        head.Length >= 8 && head[0] == 0x09 && head[1] is 0x00 or 0x02 or 0x04 or 0x08 && head[2] is 4 or 6 or 8 && head[3] == 0
            && head[6] is 0x10 or 0x20 or 0x40 or 0x05 && head[7] is 0 or 1;

    private static FileKind ByText(string text, bool complete, string? fileName)
    {
        var trimmed = text.AsSpan().TrimStart();
        if (trimmed.IsEmpty)
        {
            return FileKind.Text;
        }

        if (trimmed[0] == '<')
        {
            return ByMarkup(trimmed);
        }

        if (trimmed[0] is '{' or '[' && JsonProbe.Tell(trimmed, complete) is { } json)
        {
            return json;
        }

        // Broken JSON is still meant as such, and its own message helps more than a table of its brackets
        if (JsonBeginning().IsMatch(trimmed[..Math.Min(200, trimmed.Length)]))
        {
            return FileKind.Json;
        }

        return ByDelimiters(text, complete, fileName);
    }

    private static FileKind ByMarkup(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(4096, text.Length)].ToString();
        var root = RootElement().Match(head);
        var name = root.Success ? root.Groups[1].Value : "";
        if (name.Equals("svg", StringComparison.OrdinalIgnoreCase) || name.EndsWith(":svg", StringComparison.OrdinalIgnoreCase))
        {
            return FileKind.Svg;
        }

        if (head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || HtmlElement().IsMatch(name))
        {
            return FileKind.Html;
        }

        return root.Success || head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? FileKind.Xml : FileKind.Text;
    }

    private static FileKind ByDelimiters(string text, bool complete, string? fileName)
    {
        var evidence = Reading.Csv.DelimiterProbe.Weigh(text, complete);
        if (evidence.IsTable)
        {
            return evidence.Delimiter == '\t' ? FileKind.Tsv : FileKind.Csv;
        }

        return Path.GetExtension(fileName)?.ToLowerInvariant() switch
        {
            ".csv" => FileKind.Csv,
            ".tsv" or ".tab" => FileKind.Tsv,
            _ => FileKind.Text,
        };
    }

    [GeneratedRegex(@"<(?![?!])([A-Za-z_][\w.:-]*)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RootElement();

    [GeneratedRegex("""^(\[\s*\{\s*"|\{\s*"[^"]*"\s*:)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonBeginning();

    [GeneratedRegex("^(html|head|body|table|div|p|meta|title|style|script|center|font|span|h[1-6]|form|br|a|b|i|ul|ol|link)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HtmlElement();
}
