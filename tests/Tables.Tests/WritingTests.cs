using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Purbalingga.Tables.Tests.Support;

namespace Purbalingga.Tables.Tests;

public sealed class WritingTests
{
    private static readonly TableColumn[] Columns =
    [
        new("kode", "Kode", ColumnType.Text), new("jumlah", "Jumlah", ColumnType.Number), new("tanggal", "Tanggal", ColumnType.Date),
        new("saat", "Saat", ColumnType.DateTime), new("aktif", "Aktif?", ColumnType.Boolean),
    ];

    private static readonly TableRow[] Rows =
    [
        new(1, [TableCell.OfText("33.03.09"), TableCell.OfNumber(1234.56, "1.234,56"), TableCell.OfDate(new(2025, 12, 31)),
            TableCell.OfDateTime(new(2025, 12, 31, 8, 30, 15)), TableCell.OfBoolean(true)]),
        new(2, [TableCell.OfText("=1+2"), TableCell.OfNumber(-7), TableCell.Empty, TableCell.Empty, TableCell.OfBoolean(false)]),
        new(3, [TableCell.OfText("a\u0007<b>&\"c\"\r\nbaris _x0041_ 😀 \uFFFE")]),
    ];

    [Fact]
    public async Task Should_write_a_workbook_that_the_OpenXml_validator_accepts()
    {
        var bytes = await WriteAsync(TargetFormat.Xlsx, new TableWriteOptions
        {
            SheetName = "Jumlah/Penduduk: [2025] yang namanya amat sangat panjang",
            Metadata = [new("Judul", "Uji & coba"), new("Lisensi", "CC-BY 4.0"), new(["Kolom", "Label", "Satuan"], IsHeading: true), new(["kode", "=1+2", "%"])],
            MaxRowsPerSheet = 2,
        });
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document);
        Assert.Empty(errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        Assert.Equal(3, document.WorkbookPart!.WorksheetParts.Count());
    }

    [Fact]
    public async Task Should_read_back_from_xlsx_what_was_written()
    {
        await using var file = await TableReaders.OpenAsync(new MemoryStream(await WriteAsync(TargetFormat.Xlsx, new())));
        var rows = await file.ReadRowsAsync(file.Sheets[0]).ToListAsync();
        Assert.Equal(["Kode", "Jumlah", "Tanggal", "Saat", "Aktif?"], rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(["33.03.09", 1234.56, new DateOnly(2025, 12, 31), new DateTime(2025, 12, 31, 8, 30, 15), true], rows[1].Cells.Select(c => c.Value));
        Assert.Equal(("=1+2", CellKind.Text), (rows[2].Cells[0].Text, rows[2].Cells[0].Kind));
        Assert.Equal(-7.0, rows[2].Cells[1].Value);
        Assert.Equal(Rows[2].Cells[0].Text, rows[3].Cells[0].Text);
    }

    [Fact]
    public async Task Should_go_on_in_a_further_sheet_when_one_is_full()
    {
        await using var file = await TableReaders.OpenAsync(new MemoryStream(await WriteAsync(TargetFormat.Xlsx, new() { MaxRowsPerSheet = 2 })));
        Assert.Equal(["Data", "Data (2)"], file.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(3, (await file.ReadRowsAsync(file.Sheets[0]).ToListAsync()).Count);
        var second = await file.ReadRowsAsync(file.Sheets[1]).ToListAsync();
        Assert.Equal(2, second.Count);
        Assert.Equal("Kode", second[0].Cells[0].Text);
    }

    [Theory, InlineData(TargetFormat.Csv), InlineData(TargetFormat.Tsv), InlineData(TargetFormat.Xlsx)]
    public async Task Should_write_to_a_response_body_that_forbids_synchronous_writes(TargetFormat format)
    {
        var target = new MemoryStream();
        var content = new TableContent(Columns, Rows.ToAsyncEnumerable());
        Assert.Equal(3, await TableWriters.For(format).WriteAsync(new AsyncOnlyStream(target), content));
        Assert.Equal(3, (await TablePreviews.ReadAsync(new MemoryStream(target.ToArray()))).TotalRows);
    }

    [Fact]
    public async Task Should_write_csv_as_RFC_4180_says()
    {
        var text = Encoding.UTF8.GetString(await WriteAsync(TargetFormat.Csv, new()));
        Assert.StartsWith("Kode,Jumlah,Tanggal,Saat,Aktif?\r\n33.03.09,1234.56,2025-12-31,2025-12-31T08:30:15,true\r\n=1+2,-7,,,false\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_write_csv_for_Excel_in_Indonesia()
    {
        var bytes = await WriteAsync(TargetFormat.Csv, new()
        {
            Delimiter = ';', ByteOrderMark = true, CarriageReturn = false, Values = ValueText.AsWritten, Header = HeaderText.Name,
        });
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.StartsWith("\uFEFFkode;jumlah;tanggal;saat;aktif\n33.03.09;1.234,56;", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_disarm_formulas_only_when_asked_and_never_numbers()
    {
        string[] texts = ["=1+2", "+62 812", "@SUM(A1)", "-2+3", "\tx", "-", "-7,5", "biasa"];
        var content = new TableContent([Columns[0]], texts.Select((text, i) => new TableRow(i, [TableCell.OfText(text)])).Append(
            new TableRow(9, [TableCell.OfNumber(-7)])).ToAsyncEnumerable());
        var target = new MemoryStream();
        await new CsvTableWriter().WriteAsync(target, content, new() { SpreadsheetSafe = true, CarriageReturn = false });
        Assert.Equal("Kode\n'=1+2\n'+62 812\n'@SUM(A1)\n'-2+3\n'\tx\n-\n\"-7,5\"\nbiasa\n-7\n", Encoding.UTF8.GetString(target.ToArray()));
    }

    private static async Task<byte[]> WriteAsync(TargetFormat format, TableWriteOptions options)
    {
        var target = new MemoryStream();
        await TableWriters.For(format).WriteAsync(target, new TableContent(Columns, Rows.ToAsyncEnumerable()), options);
        return target.ToArray();
    }
}
