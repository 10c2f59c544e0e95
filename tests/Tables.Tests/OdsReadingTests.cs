using System.IO.Compression;
using Purbalingga.Tables.Planning;
using Purbalingga.Tables.Tests.Support;

namespace Purbalingga.Tables.Tests;

[Collection(MemoryTests.Name)]
public sealed class OdsReadingTests
{
    private const string Head = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
        + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
        + "<office:body><office:spreadsheet><table:table table:name=\"Data\">";

    private const string Tail = "</table:table></office:spreadsheet></office:body></office:document-content>";

    [Fact]
    public async Task Should_give_the_same_cells_as_the_XLSX_of_the_same_sheet()
    {
        await using var ods = await TableReaders.OpenAsync(Bytes.File("penduduk-libreoffice.ods"));
        await using var xlsx = await TableReaders.OpenAsync(Bytes.File("penduduk-libreoffice.xlsx"));
        foreach (var (a, b) in ods.Sheets.Zip(xlsx.Sheets))
        {
            Assert.Equal(b, a);
            var (fromOds, fromXlsx) = (await ods.ReadRowsAsync(a).ToListAsync(), await xlsx.ReadRowsAsync(b).ToListAsync());
            Assert.Equal(
                fromXlsx.Where(row => row.Cells.Count > 0).Select(row => (row.Number, string.Join('|', row.Cells.Select(cell => (cell.Kind, cell.Text, cell.IsMergedCopy))))),
                fromOds.Where(row => row.Cells.Count > 0).Select(row => (row.Number, string.Join('|', row.Cells.Select(cell => (cell.Kind, cell.Text, cell.IsMergedCopy))))));
        }
    }

    [Fact]
    public async Task Should_read_repeated_cells_and_rows_lines_and_spaces()
    {
        var rows = await RowsAsync(
            Row(Text("a"), "<table:table-cell table:number-columns-repeated=\"2\"/>", Number("7", repeat: 2))
            + "<table:table-row table:number-rows-repeated=\"3\">" + Number("1.5") + "<table:table-cell table:number-columns-repeated=\"16380\"/></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>");
        Assert.Equal(["a", "", "", "7", "7"], rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal([2, 3, 4], rows.Skip(1).Take(3).Select(row => row.Number));
        Assert.All(rows.Skip(1).Take(3), row => Assert.Equal(1.5, Assert.Single(row.Cells).Number));
        Assert.InRange(rows.Count, 4, 110);
        var lines = await RowsAsync(Row("<table:table-cell office:value-type=\"string\"><text:p>dua<text:s text:c=\"2\"/>spasi</text:p><text:p>baris</text:p>"
            + "<office:annotation><text:p>komentar</text:p></office:annotation></table:table-cell>"));
        Assert.Equal("dua  spasi\nbaris", lines[0].Cells[0].Text);
    }

    [Fact]
    public async Task Should_read_values_in_their_types()
    {
        var row = (await RowsAsync(Row(
            Typed("currency", "value=\"12500\"", "Rp12.500"), Typed("float", "value=\"301\"", "0301"), Typed("percentage", "value=\"0.125\"", "12,5%"),
            Typed("date", "date-value=\"2025-12-31T08:30:00\"", "x"), Typed("time", "time-value=\"PT08H05M00S\"", "x"), Typed("boolean", "boolean-value=\"true\"", "BENAR"))))[0];
        Assert.Equal([12500.0, "0301", 12.5, new DateTime(2025, 12, 31, 8, 30, 0), "08:05:00", true], row.Cells.Select(cell => cell.Value));
        Assert.Equal("12.5%", row.Cells[2].Text);
    }

    [Fact]
    public async Task Should_refuse_sheets_made_to_harm()
    {
        await RefusesAsync("<table:table-row table:number-rows-repeated=\"1000000\">" + Number("1", repeat: 10_000) + "</table:table-row>", "bom zip");
        await RefusesAsync(Row(Number("1", repeat: 17_000)), "lebih dari 16384 kolom");
        await RefusesAsync("<table:table-row table:number-rows-repeated=\"2000000\">" + Number("1") + "</table:table-row>", "baris lebih dari 1048576");
        await RefusesAsync(Row(Text(new string('x', 1_000_001))), "lebih panjang dari 1000000 karakter");
        await RefusesAsync(string.Concat(Enumerable.Repeat("<table:table-row>", 200)), "rusak");
        await RefusesAsync("<table:table-row table:number-rows-repeated=\"-5\"/>", "rusak");
        await RefusesAsync(Row(Number("1")), "DOCTYPE", before: "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>");
    }

    [Fact]
    public async Task Should_say_that_a_document_is_under_a_password()
    {
        using var source = Document(Row(Number("1")), "", zip => WorkbookReadingTests.Add(zip, "META-INF/manifest.xml",
            "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"));
        Assert.Contains("kata sandi", (await Assert.ThrowsAsync<TableReadException>(() => TablePlanner.PlanAsync(source))).Text.Indonesian, StringComparison.Ordinal);
    }

    private static string Row(params string[] cells) => $"<table:table-row>{string.Concat(cells)}</table:table-row>";

    private static string Text(string text) => $"<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>";

    private static string Number(string value, int repeat = 1) =>
        $"<table:table-cell table:number-columns-repeated=\"{repeat}\" office:value-type=\"float\" office:value=\"{value}\"><text:p>{value}</text:p></table:table-cell>";

    private static string Typed(string type, string value, string shown) =>
        $"<table:table-cell office:value-type=\"{type}\" office:{value}><text:p>{shown}</text:p></table:table-cell>";

    private static MemoryStream Document(string rows, string before, Action<ZipArchive>? more = null)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            WorkbookReadingTests.Add(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            WorkbookReadingTests.Add(zip, "content.xml", before + Head + rows + Tail);
            more?.Invoke(zip);
        }

        return bytes;
    }

    private static Task<List<TableRow>> RowsAsync(string rows) => WorkbookReadingTests.RowsAsync(Document(rows, ""));

    private static async Task RefusesAsync(string rows, string message, string before = "")
    {
        var error = await Assert.ThrowsAsync<TableReadException>(() => WorkbookReadingTests.RowsAsync(Document(rows, before)));
        Assert.Contains(message, error.Text.Indonesian, StringComparison.Ordinal);
    }
}
