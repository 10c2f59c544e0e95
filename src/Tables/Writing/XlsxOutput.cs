using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Purbalingga.Tables.Writing;

/// <summary>One writing of a workbook: the parts of the package, in an order that needs no going back.</summary>
internal sealed class XlsxOutput(Stream output, TableWriteOptions options) : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private readonly List<(string Name, string? FilterRange)> _sheets = [];
    private readonly ArrayBufferWriter<byte> _buffer = new(SheetXml.FlushAt + 8192);

    private readonly StagingStream _staging = new();

    public async Task<long> WriteAsync(TableContent content, CancellationToken ct)
    {
        long rows;
        using (var zip = new ZipArchive(_staging, ZipArchiveMode.Create, leaveOpen: true))
        {
            var source = content.Rows.GetAsyncEnumerator(ct);
            await using (source.ConfigureAwait(false))
            {
                rows = await WriteSheetsAsync(zip, content.Columns, source, ct).ConfigureAwait(false);
            }

            if (options.Metadata is { Count: > 0 } metadata)
            {
                await WriteMetadataAsync(zip, metadata, ct).ConfigureAwait(false);
            }

            WritePackage(zip);
        }

        await _staging.PassOnAsync(output, ct).ConfigureAwait(false);
        await output.FlushAsync(ct).ConfigureAwait(false);
        return rows;
    }

    private async Task<long> WriteSheetsAsync(
        ZipArchive zip, IReadOnlyList<TableColumn> columns, IAsyncEnumerator<TableRow> source, CancellationToken ct)
    {
        var perSheet = Math.Clamp(options.MaxRowsPerSheet, 1, 1_048_575);
        var xml = new SheetXml(_buffer, columns.Count);
        var headers = Headers.Of(columns, options.Header);
        long total = 0;
        var more = await source.MoveNextAsync().ConfigureAwait(false);
        do
        {
            using var part = OpenSheet(zip, options.SheetName);
            xml.Begin(SheetXml.Widths(headers, columns), freezeHeader: true);
            xml.Header(headers);
            var rows = 0;
            for (; more && rows < perSheet; more = await source.MoveNextAsync().ConfigureAwait(false))
            {
                ct.ThrowIfCancellationRequested();
                xml.Row(source.Current);
                rows++;
                if (_buffer.WrittenCount >= SheetXml.FlushAt)
                {
                    await FlushAsync(part, ct).ConfigureAwait(false);
                }
            }

            var range = xml.End(filter: true);
            _sheets[^1] = (_sheets[^1].Name, range);
            await FlushAsync(part, ct).ConfigureAwait(false);
            total += rows;
        }
        while (more);
        return total;
    }

    private async Task WriteMetadataAsync(ZipArchive zip, IReadOnlyList<SheetLine> metadata, CancellationToken ct)
    {
        using var part = OpenSheet(zip, options.MetadataSheetName);
        var columns = Math.Max(2, metadata.Max(line => line.Cells.Count));
        var xml = new SheetXml(_buffer, columns);
        xml.Begin([32, columns > 2 ? 40 : 80, .. Enumerable.Repeat(24, columns - 2)], freezeHeader: false);
        foreach (var line in metadata)
        {
            xml.Line(line);
            await FlushAsync(part, ct).ConfigureAwait(false);
        }

        xml.End(filter: false);
        await FlushAsync(part, ct).ConfigureAwait(false);
    }

    private Stream OpenSheet(ZipArchive zip, string wantedName)
    {
        _sheets.Add((SheetNames.Clean(wantedName, _sheets.Select(sheet => sheet.Name)), null));
        return zip.CreateEntry($"xl/worksheets/sheet{_sheets.Count}.xml", options.Compression).Open();
    }

    /// <summary>Compresses the buffer into the part and passes on what came out.</summary>
    private async ValueTask FlushAsync(Stream part, CancellationToken ct)
    {
        part.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
        await _staging.PassOnAsync(output, ct).ConfigureAwait(false);
    }

    private void WritePackage(ZipArchive zip)
    {
        WritePart(zip, "xl/styles.xml", Styles);
        WritePart(zip, "xl/workbook.xml", Workbook());
        WritePart(zip, "xl/_rels/workbook.xml.rels", WorkbookRelations());
        WritePart(zip, "_rels/.rels", PackageRelations);
        WritePart(zip, "[Content_Types].xml", ContentTypes());
    }

    private static void WritePart(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(Declaration + xml));
    }

    private string Workbook()
    {
        var sheets = new StringBuilder();
        var names = new StringBuilder();
        for (var i = 0; i < _sheets.Count; i++)
        {
            var (name, range) = _sheets[i];
            var escaped = System.Security.SecurityElement.Escape(name);
            sheets.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{escaped}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>");
            if (range is not null)
            {
                // Excel keeps the range of a filter under this hidden name and misses it when the filter is changed
                var quoted = escaped.Replace("&apos;", "&apos;&apos;", StringComparison.Ordinal);
                names.Append(CultureInfo.InvariantCulture,
                    $"<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{i}\" hidden=\"1\">'{quoted}'!{range}</definedName>");
            }
        }

        var defined = names.Length > 0 ? $"<definedNames>{names}</definedNames>" : "";
        return $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheets>{sheets}</sheets>{defined}</workbook>";
    }

    private string WorkbookRelations()
    {
        var relations = new StringBuilder();
        for (var i = 1; i <= _sheets.Count; i++)
        {
            relations.Append(CultureInfo.InvariantCulture,
                $"<Relationship Id=\"rId{i}\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>");
        }

        relations.Append(CultureInfo.InvariantCulture,
            $"<Relationship Id=\"rId{_sheets.Count + 1}\" Type=\"{Relationships}/styles\" Target=\"styles.xml\"/>");
        return $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>";
    }

    private string ContentTypes()
    {
        var overrides = new StringBuilder();
        for (var i = 1; i <= _sheets.Count; i++)
        {
            overrides.Append(CultureInfo.InvariantCulture,
                $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
        }

        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
            + overrides + "</Types>";
    }

    public void Dispose() => _staging.Dispose();

    private const string PackageRelations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"" + Relationships + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

    // Cell formats: 0 general, 1 header, 2 day, 3 moment, 4 wrapped text. The two fills are demanded by Excel
    private const string Styles =
        "<styleSheet xmlns=\"" + Main + "\">"
        + "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts>"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
        + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
}
