using System.IO.Compression;
using System.Text;
using Purbalingga.Tables.Tests.Support;

namespace Purbalingga.Tables.Tests;

public sealed class WorkbookReadingTests
{
    [Theory, InlineData("penduduk-libreoffice.xlsx"), InlineData("penduduk-libreoffice.xls"), InlineData("penduduk-libreoffice.ods")]
    public async Task Should_find_the_table_in_a_workbook_of_LibreOffice(string name)
    {
        await using var source = Bytes.File(name);
        var preview = await TablePreviews.ReadAsync(source);
        Assert.Equal(
            [
                "No", "Wilayah", "Kode", "Penduduk Laki-laki", "Penduduk Perempuan", "Penduduk Jumlah", "Persentase", "Tanggal Data", "Terverifikasi",
            ],
            preview.Columns.Select(c => c.Label));
        Assert.Equal(
            [
                ColumnType.Integer, ColumnType.Text, ColumnType.Text, ColumnType.Integer, ColumnType.Integer, ColumnType.Integer, ColumnType.Number,
                ColumnType.Date, ColumnType.Boolean,
            ],
            preview.Columns.Select(c => c.Type));
        Assert.Equal("%", preview.Columns[6].Unit);
        Assert.Equal(4, preview.TotalRows);
        // The region is merged over two rows, the sum is a formula, 0.307 is shown as 30.7 %
        Assert.Equal([2.0, "Timur", "0302", 38112.0, 37450.0, 75562.0, 30.7, new DateOnly(2024, 12, 30), false], preview.Rows[1].Cells.Select(c => c.Value));
        Assert.Equal([4, 5], preview.Shape.HeaderRows);
        Assert.Equal(
            [
                (1, LeftOutReason.Title), (2, LeftOutReason.Title), (6, LeftOutReason.ColumnNumbers), (11, LeftOutReason.Total), (13, LeftOutReason.Note),
                (15, LeftOutReason.Signature), (16, LeftOutReason.Signature), (18, LeftOutReason.Signature), (19, LeftOutReason.Signature),
            ],
            preview.Shape.LeftOut.Select(row => (row.Row, row.Reason)));
    }

    [Theory, InlineData("penduduk-libreoffice.xlsx"), InlineData("penduduk-libreoffice.xls"), InlineData("penduduk-libreoffice.ods")]
    public async Task Should_mark_hidden_sheets_and_say_which_are_not_shown(string name)
    {
        await using var source = Bytes.File(name);
        var preview = await TablePreviews.ReadAsync(source);
        Assert.Equal([("Penduduk", false), ("Rahasia", true), ("Lain", false)], preview.Sheets.Select(sheet => (sheet.Name, sheet.Hidden)));
        Assert.Contains(preview.Warnings, w => w.Text.Indonesian == "Lembar tersembunyi tidak ikut dibaca: \"Rahasia\".");
        Assert.Contains(preview.Warnings, w => w.Text.English == "Other sheets in this file: \"Lain\".");
    }

    [Fact]
    public async Task Should_take_spreadsheet_errors_for_missing_values()
    {
        await using var source = Bytes.File("penduduk-libreoffice.xlsx");
        var preview = await TablePreviews.ReadAsync(source, new() { Find = new() { Sheet = "lain" } });
        Assert.Equal(["a", 1.5, null], preview.Rows[0].Cells.Select(cell => cell.Value));
        await using var file = await TableReaders.OpenAsync(source);
        var rows = await file.ReadRowsAsync(file.Sheets[2]).ToListAsync();
        Assert.Equal(["#N/A", "#DIV/0!"], rows.Skip(1).Select(row => row.Cells[2].Text));
    }

    [Fact]
    public async Task Should_say_so_when_a_wanted_sheet_is_not_there()
    {
        await using var source = Bytes.File("penduduk-libreoffice.xlsx");
        var error = await Assert.ThrowsAsync<TableReadException>(() => TablePreviews.ReadAsync(source, new() { Find = new() { Sheet = "Tidak Ada" } }));
        Assert.Equal("Tidak Ada", error.Sheet);
    }

    [Fact]
    public async Task Should_give_the_same_table_from_xlsx_and_from_csv()
    {
        await using var xlsx = Bytes.File("penduduk-libreoffice.xlsx");
        await using var csv = Bytes.File("penduduk-libreoffice.csv");
        var fromXlsx = await TextAsync(xlsx);
        // Merges are lost in CSV: the region stands in the first of its rows only
        var fromCsv = (await TextAsync(csv)).Replace("2,,0302", "2,Timur,0302", StringComparison.Ordinal).Replace("4,,0304", "4,Barat,0304", StringComparison.Ordinal);
        Assert.Equal(fromXlsx, fromCsv);
        Assert.StartsWith("No,Wilayah,Kode,Penduduk Laki-laki,Penduduk Perempuan,Penduduk Jumlah,Persentase (%),", fromXlsx, StringComparison.Ordinal);
        Assert.Contains("1,Timur,0301,31234,30987,62221,25.3,2024-12-31,true\r\n", fromXlsx, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_read_formats_dates_and_texts_of_a_hand_made_workbook()
    {
        var rows = await RowsAsync(Workbook("""
            <row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="str"><f>A1</f><v>hasil_x0041_</v></c></row>
            <row r="4"><c s="1"><v>45657</v></c><c s="2"><v>45657.354166667</v></c><c s="3"><v>7</v></c><c s="4"><v>0.354166667</v></c>
              <c s="5"><v>0.5</v></c><c t="inlineStr"><is><r><t>te</t></r><r><t>bal</t></r><rPh><t>x</t></rPh></is></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c>
              <c t="d"><v>2025-01-02T03:04:05</v></c><c s="6"><v>12</v></c></row>
            """));
        Assert.Equal([1, 2, 3, 4], rows.Select(row => row.Number));
        Assert.Equal(["", "teks bersama", "", "hasilA"], rows[1].Cells.Select(cell => cell.Text));
        Assert.Equal(
            [
                new DateOnly(2024, 12, 31), new DateTime(2024, 12, 31, 8, 30, 0), "0007", "08:30:00", 50.0, "tebal", true, null,
                new DateTime(2025, 1, 2, 3, 4, 5), "12",
            ],
            rows[3].Cells.Select(cell => cell.Value));
    }

    [Fact]
    public async Task Should_find_the_workbook_wherever_its_program_put_it()
    {
        const string relation = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types><Override PartName=\"/buku.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Add(zip, "_rels/.rels", $"<Relationships><Relationship Id=\"r\" Type=\"{relation}/officeDocument\" Target=\"buku.xml\"/></Relationships>");
            Add(zip, "buku.xml", $"<x:workbook xmlns:x=\"m\" xmlns:r=\"{relation}\"><x:sheets><x:sheet name=\"Satu\" r:id=\"a\"/></x:sheets></x:workbook>");
            Add(zip, "_rels/buku.xml.rels", $"<Relationships><Relationship Id=\"a\" Type=\"{relation}/worksheet\" Target=\"lembar.xml\"/></Relationships>");
            Add(zip, "lembar.xml", "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>");
        }

        Assert.Equal(7.0, Assert.Single(await RowsAsync(bytes)).Cells[0].Value);
    }

    [Fact]
    public async Task Should_end_quickly_on_a_row_number_beyond_any_sheet()
    {
        var error = await Assert.ThrowsAsync<TableReadException>(() => RowsAsync(Workbook("<row r=\"1\"><c><v>1</v></c></row><row r=\"2000000000\"><c><v>1</v></c></row>")));
        Assert.Equal(("Data", 2000000000), (error.Sheet, error.Row));
    }

    [Fact]
    public async Task Should_not_give_a_million_rows_for_a_gap()
    {
        var rows = await RowsAsync(Workbook("<row r=\"1\"><c><v>1</v></c></row><row r=\"1048576\"><c><v>1</v></c></row>"));
        Assert.InRange(rows.Count, 3, 200);
        Assert.Equal(1_048_576, rows[^1].Number);
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"5\"><c><v>1</v></c></row><row r=\"5\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c t=\"s\"><v>99</v></c></row>")]
    [InlineData("<row r=\"x\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c><v>1</c></row>")]
    public async Task Should_name_the_sheet_of_damaged_rows(string rows) =>
        Assert.Equal("Data", (await Assert.ThrowsAsync<TableReadException>(() => RowsAsync(Workbook(rows)))).Sheet);

    [Fact]
    public async Task Should_say_that_a_cut_off_workbook_is_damaged()
    {
        var whole = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Files", "penduduk-libreoffice.xlsx"));
        var error = await Assert.ThrowsAsync<TableReadException>(() => TablePreviews.ReadAsync(new MemoryStream(whole[..(whole.Length / 2)])));
        Assert.Contains("rusak atau terpotong", error.Text.Indonesian, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_that_an_html_page_called_xls_is_no_workbook()
    {
        await using var source = Bytes.File("html-disimpan-sebagai.xls");
        var error = await Assert.ThrowsAsync<TableReadException>(() => TablePreviews.ReadAsync(source));
        Assert.Contains("HTML", error.Text.Indonesian, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_that_a_workbook_is_under_a_password()
    {
        var xlsx = new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]]);
        var xls = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Files", "penduduk-libreoffice.xls"));
        // The record behind the beginning of the workbook becomes FILEPASS, by which Excel marks an encrypted one
        var begin = xls.AsSpan().IndexOf((byte[])[0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);
        xls[begin + 20] = 0x2F;
        xls[begin + 21] = 0x00;
        foreach (var source in new[] { xlsx, new MemoryStream(xls) })
        {
            var error = await Assert.ThrowsAsync<TableReadException>(() => TablePreviews.ReadAsync(source));
            Assert.Contains("kata sandi", error.Text.Indonesian, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Should_say_that_an_empty_file_is_empty_and_rubbish_is_no_text()
    {
        Assert.Contains("kosong", (await Assert.ThrowsAsync<TableReadException>(() => TablePreviews.ReadAsync(new MemoryStream()))).Text.Indonesian, StringComparison.Ordinal);
        var rubbish = new byte[5000];
        new Random(3).NextBytes(rubbish);
        var error = await Assert.ThrowsAsync<TableReadException>(() => TablePreviews.ReadAsync(
            new MemoryStream(rubbish), new() { Read = new() { FileName = "data.csv" } }));
        Assert.Contains("biner", error.Text.Indonesian, StringComparison.Ordinal);
    }

    internal static MemoryStream Workbook(string rows, string before = "", string behind = "", Action<ZipArchive>? more = null)
    {
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "xl/workbook.xml", $"<workbook {main} xmlns:r=\"{relation}\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels",
                $"<Relationships><Relationship Id=\"rId1\" Type=\"{relation}/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>"
                + $"<Relationship Id=\"rId2\" Type=\"{relation}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                + $"<Relationship Id=\"rId3\" Type=\"{relation}/styles\" Target=\"./styles.xml\"/></Relationships>");
            Add(zip, "xl/sharedStrings.xml", $"<sst {main}><si><t>teks bersama</t></si></sst>");
            Add(zip, "xl/styles.xml",
                $"<styleSheet {main}><numFmts><numFmt numFmtId=\"170\" formatCode=\"0000\"/><numFmt numFmtId=\"171\" formatCode=\"[$-421]dd mmmm yyyy hh:mm\"/></numFmts>"
                + "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"171\"/><xf numFmtId=\"170\"/>"
                + "<xf numFmtId=\"20\"/><xf numFmtId=\"9\"/><xf numFmtId=\"49\"/></cellXfs></styleSheet>");
            Add(zip, "xl/worksheets/sheet1.xml", $"{before}<worksheet {main}><sheetData>{rows}</sheetData>{behind}</worksheet>");
            more?.Invoke(zip);
        }

        bytes.Position = 0;
        return bytes;
    }

    internal static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }

    internal static Task<List<TableRow>> RowsAsync(Stream source) => CsvReadingTests.RowsAsync(source);

    private static async Task<string> TextAsync(Stream source)
    {
        var target = new MemoryStream();
        await TableConversion.ConvertAsync(source, TargetFormat.Csv, target);
        return Encoding.UTF8.GetString(target.ToArray());
    }
}
