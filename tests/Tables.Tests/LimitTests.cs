using System.IO.Compression;
using Purbalingga.Tables.Tests.Support;

namespace Purbalingga.Tables.Tests;

/// <summary>Workbooks made to harm: refused with a clear message, in little memory.</summary>
[Collection(MemoryTests.Name)]
public sealed class LimitTests
{
    private const string Row = "<row r=\"1\"><c t=\"inlineStr\"><is><t>a</t></is></c></row>";

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">]>")]
    [InlineData("<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1:9/x.dtd\">")]
    public async Task Should_refuse_a_document_type(string declaration)
    {
        var source = WorkbookReadingTests.Workbook("<row r=\"1\"><c t=\"inlineStr\"><is><t>x</t></is></c></row>", before: declaration);
        var error = await Assert.ThrowsAsync<TableReadException>(() => WorkbookReadingTests.RowsAsync(source));
        Assert.Contains("DOCTYPE", error.Text.Indonesian, StringComparison.Ordinal);
    }

    [Theory, InlineData("../../etc/x.xml"), InlineData("/etc/x.xml"), InlineData("C:/x.xml"), InlineData("xl\\workbook.xml"), InlineData("XL/Workbook.xml")]
    public async Task Should_refuse_entries_that_are_twice_there_or_leave_their_folder(string name)
    {
        var source = WorkbookReadingTests.Workbook(Row, more: zip => WorkbookReadingTests.Add(zip, name, "<x/>"));
        var error = await Assert.ThrowsAsync<TableReadException>(() => WorkbookReadingTests.RowsAsync(source));
        Assert.Contains("tidak wajar", error.Text.Indonesian, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_refuse_a_zip_bomb_without_unpacking_it_whole()
    {
        // 100 MB of one cell repeated pack into some 100 KB
        var source = Packed("xl/worksheets/sheet2.xml", "<row><c><v>1</v></c></row>", 100L * 1024 * 1024);
        var before = GC.GetTotalAllocatedBytes();
        var error = await Assert.ThrowsAsync<TableReadException>(() => ReadSecondSheetAsync(source));
        Assert.Contains("bom zip", error.Text.Indonesian, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 30L * 1024 * 1024);
    }

    [Fact]
    public async Task Should_refuse_a_single_tag_that_would_fill_memory()
    {
        var source = Packed("xl/worksheets/sheet2.xml", "a=\"0123456789abcdef\" ", 12L * 1024 * 1024, begin: "<worksheet><sheetData><row ");
        var error = await Assert.ThrowsAsync<TableReadException>(() => ReadSecondSheetAsync(source));
        Assert.Contains("bom zip", error.Text.Indonesian, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_open_nothing_that_a_workbook_links_to()
    {
        // The part would be refused for its document type if anything read it
        var source = WorkbookReadingTests.Workbook(Row, more: zip => WorkbookReadingTests.Add(zip, "xl/externalLinks/externalLink1.xml",
            "<externalLink><!DOCTYPE x><externalBook r:id=\"rId1\" xmlns:r=\"http://127.0.0.1:9/\"/></externalLink>"));
        Assert.Equal("a", (await WorkbookReadingTests.RowsAsync(source))[0].Cells[0].Text);
    }

    [Fact]
    public async Task Should_refuse_nesting_without_end()
    {
        var source = WorkbookReadingTests.Workbook(string.Concat(Enumerable.Repeat("<a>", 5000)));
        Assert.Contains("rusak", (await Assert.ThrowsAsync<TableReadException>(() => WorkbookReadingTests.RowsAsync(source))).Text.Indonesian, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_refuse_what_is_over_each_limit()
    {
        var limits = new TableReadLimits();
        var rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1</v></c></row><row r=\"2\"><c r=\"ALL2\"><v>1</v></c></row>";
        var cases = new (TableReadLimits Limits, string Said)[]
        {
            (limits with { MaxZipEntries = 3 }, "bagian dalam berkas lebih dari 3"),
            (limits with { MaxUnpackedBytes = 900 }, "bita setelah dibuka lebih dari 900"),
            (limits with { MaxSharedStringBytes = 20 }, "lebih dari 20"),
            (limits with { MaxSharedStrings = 0 }, "teks bersama lebih dari 0"),
            (limits with { MaxSheets = 0 }, "lembar lebih dari 0"),
            (limits with { MaxColumns = 999 }, "lebih dari 999 kolom"),
            (limits with { MaxRows = 1 }, "baris lebih dari 1"),
            (limits with { MaxCells = 5 }, "sel lebih dari 5"),
        };
        foreach (var (limited, said) in cases)
        {
            var error = await Assert.ThrowsAsync<TableReadException>(
                () => CsvReadingTests.RowsAsync(WorkbookReadingTests.Workbook(rows), new TableReadOptions { Limits = limited }));
            Assert.Contains(said, error.Text.Indonesian, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await WorkbookReadingTests.RowsAsync(WorkbookReadingTests.Workbook(rows))).Count);
    }

    [Fact]
    public async Task Should_not_set_aside_what_a_tiny_binary_workbook_claims_to_hold()
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Files", "penduduk-libreoffice.xls"));
        // The size of the stream stands 120 bytes behind the beginning of its name in the directory
        var entry = bytes.AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes("Workbook\0"));
        BitConverter.TryWriteBytes(bytes.AsSpan(entry + 120), 2_000_000_000);
        var before = GC.GetTotalAllocatedBytes();
        var error = await Assert.ThrowsAsync<TableReadException>(() => TablePreviews.ReadAsync(new MemoryStream(bytes)));
        Assert.Contains("rusak", error.Text.Indonesian, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 30L * 1024 * 1024);
    }

    [Fact]
    public async Task Should_not_look_for_rows_that_a_binary_workbook_only_claims_to_have()
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Files", "penduduk-libreoffice.xls"));
        // DIMENSIONS (0x0200), 14 bytes: first row, row behind the last
        var record = bytes.AsSpan().IndexOf((byte[])[0x00, 0x02, 0x0E, 0x00]);
        BitConverter.TryWriteBytes(bytes.AsSpan(record + 8), 352_321_792);
        var error = await Assert.ThrowsAsync<TableReadException>(() => TablePreviews.ReadAsync(new MemoryStream(bytes)));
        Assert.Equal("Penduduk", error.Sheet);
    }

    [Fact]
    public async Task Should_bear_a_hundred_thousand_merged_ranges()
    {
        var merges = string.Concat(Enumerable.Range(1, 100_000).Select(i => $"<mergeCell ref=\"A{i}:XFD{i + 1000}\"/>"));
        var rows = await WorkbookReadingTests.RowsAsync(WorkbookReadingTests.Workbook(Row, behind: $"<mergeCells>{merges}</mergeCells>"));
        Assert.Equal("a", Assert.Single(rows).Cells[^1].Text);
    }

    [Fact]
    public async Task Should_not_hang_on_text_made_against_patterns()
    {
        var text = "a,b\n" + new string('(', 20_000) + "," + new string('1', 20_000) + "\n" + "sumber" + new string(' ', 50_000) + "x,y\n"
            + "sub" + new string(' ', 100_000) + "x,y\n" + "total" + new string(' ', 100_000) + "jumlah x,y\n"
            + "=HYPERLINK(\"${jndi:ldap://127.0.0.1/a}\"),2\n";
        var preview = await TablePreviews.ReadAsync(Bytes.Utf8(text));
        Assert.Equal(2, preview.Columns.Count);
    }

    private static MemoryStream Packed(string part, string piece, long length, string begin = "<worksheet><sheetData>") =>
        WorkbookReadingTests.Workbook(Row, more: zip =>
        {
            using var writer = new StreamWriter(zip.CreateEntry(part, CompressionLevel.Optimal).Open());
            writer.Write(begin);
            var block = string.Concat(Enumerable.Repeat(piece, 4000));
            for (long written = 0; written < length; written += block.Length)
            {
                writer.Write(block);
            }
        });

    /// <summary>Reads the packed part in place of the first sheet, as the workbook could name it.</summary>
    private static async Task ReadSecondSheetAsync(MemoryStream source)
    {
        using (var zip = new ZipArchive(source, ZipArchiveMode.Update, leaveOpen: true))
        {
            var relations = zip.GetEntry("xl/_rels/workbook.xml.rels")!;
            string text;
            using (var reader = new StreamReader(relations.Open()))
            {
                text = await reader.ReadToEndAsync();
            }

            relations.Delete();
            WorkbookReadingTests.Add(zip, "xl/_rels/workbook.xml.rels", text.Replace("sheet1.xml", "sheet2.xml", StringComparison.Ordinal));
        }

        await CsvReadingTests.RowsAsync(source, new TableReadOptions { Limits = new TableReadLimits() });
    }
}
