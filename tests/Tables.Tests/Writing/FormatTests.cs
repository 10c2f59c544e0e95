using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Purbalingga.DuckDb;
using Purbalingga.Tables.Tests.Support;

namespace Purbalingga.Tables.Tests.Writing;

/// <summary>JSON, NDJSON, XML and Parquet: read back by our reader and by another program's parser.</summary>
public sealed class FormatTests
{
    private static readonly TableColumn[] Columns =
    [
        new("kode", "Kode", ColumnType.Text), new("jumlah", "Jumlah \"orang\"", ColumnType.Integer), new("persen", "1 Persen & lain", ColumnType.Number) { Unit = "%" },
        new("tanggal", "Tanggal", ColumnType.Date), new("saat", "Saat", ColumnType.DateTime), new("aktif", "Aktif", ColumnType.Boolean),
    ];

    private static readonly TableRow[] Rows =
    [
        new(1, [TableCell.OfText("33.03.09"), TableCell.OfNumber(1234, "1.234"), TableCell.OfNumber(45.5), TableCell.OfDate(new(2025, 12, 31)),
            TableCell.OfDateTime(new(2025, 12, 31, 8, 30, 15)), TableCell.OfBoolean(true)]),
        new(2, [TableCell.OfText("=1+2\r\n\"<&>\" é😀"), TableCell.OfNumber(-7), TableCell.Empty, TableCell.Empty, TableCell.OfError("#N/A"), TableCell.OfBoolean(false)]),
        new(3, [TableCell.OfText("pendek")]),
    ];

    [Theory, InlineData(TargetFormat.Json), InlineData(TargetFormat.NdJson), InlineData(TargetFormat.Parquet)]
    public async Task Should_read_back_what_was_written(TargetFormat format)
    {
        await using var file = await TableReaders.OpenAsync(new MemoryStream(await WriteAsync(format)));
        Assert.Equal(format.Kind(), file.Detection.Kind);
        Assert.Equal(["Kode", "Jumlah \"orang\"", "1 Persen & lain", "Tanggal", "Saat", "Aktif"], file.Sheets[0].Columns!.Select(name => name.Replace(" (%)", "")));
        var rows = await (await TableFinder.FindAsync(file)).ReadRowsAsync().ToListAsync();
        Assert.Equal(["33.03.09", 1234.0, 45.5, new DateOnly(2025, 12, 31), new DateTime(2025, 12, 31, 8, 30, 15), true], rows[0].Cells.Select(cell => cell.Value));
        Assert.Equal(["=1+2\r\n\"<&>\" é😀", -7.0, null, null, null, false], rows[1].Cells.Select(cell => cell.Value));
        Assert.Equal(["pendek", null, null, null, null, null], rows[2].Cells.Select(cell => cell.Value));
    }

    [Theory]
    [InlineData(TargetFormat.Json), InlineData(TargetFormat.NdJson), InlineData(TargetFormat.Xml), InlineData(TargetFormat.Parquet), InlineData(TargetFormat.GeoJson)]
    public async Task Should_write_to_a_response_body_that_forbids_synchronous_writes(TargetFormat format)
    {
        TableColumn[] columns = [new("lat", "lat", ColumnType.Number), new("lon", "lon", ColumnType.Number)];
        var target = new MemoryStream();
        var rows = Enumerable.Range(0, 5000).Select(i => new TableRow(i, [TableCell.OfNumber(-7), TableCell.OfNumber(109)]));
        Assert.Equal(5000, await TableWriters.For(format).WriteAsync(new AsyncOnlyStream(target), new TableContent(columns, rows.ToAsyncEnumerable())));
        Assert.True(target.Length > 100);
    }

    [Fact]
    public async Task Should_write_numbers_days_and_nulls_of_json_as_such()
    {
        var json = JsonNode.Parse(await WriteAsync(TargetFormat.Json))!.AsArray();
        Assert.Equal(3, json.Count);
        Assert.Equal(
            """{"Kode":"33.03.09","Jumlah \"orang\"":1234,"1 Persen & lain (%)":45.5,"Tanggal":"2025-12-31","Saat":"2025-12-31T08:30:15","Aktif":true}""",
            json[0]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Null(json[1]!["Tanggal"]);
        Assert.Equal("[\n]\n", Encoding.UTF8.GetString(await WriteAsync(TargetFormat.Json, [])));
        Assert.Equal(3, Encoding.UTF8.GetString(await WriteAsync(TargetFormat.NdJson)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Should_write_xml_in_the_form_of_CKAN()
    {
        var rows = XDocument.Load(new MemoryStream(await WriteAsync(TargetFormat.Xml)), LoadOptions.PreserveWhitespace).Root!.Elements("row").ToList();
        Assert.Equal(["1", "2", "3"], rows.Select(row => row.Attribute("_id")!.Value));
        Assert.Equal(["Kode", "Jumlah_orang", "_Persen__lain_", "Tanggal", "Saat", "Aktif"], rows[0].Elements().Select(e => e.Name.LocalName));
        Assert.Equal(["33.03.09", "1234", "45.5", "2025-12-31", "2025-12-31T08:30:15", "true"], rows[0].Elements().Select(e => e.Value));
        Assert.Equal("=1+2\r\n\"<&>\" é😀", rows[1].Element("Kode")!.Value);
        Assert.Equal("true", rows[1].Element("Tanggal")!.Attribute(XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance"))!.Value);
    }

    [Fact]
    public async Task Should_leave_out_what_xml_cannot_hold()
    {
        var xml = await WriteAsync(TargetFormat.Xml, [new(1, [TableCell.OfText("a\u0007b\uFFFEc")])]);
        Assert.Equal("abc", XDocument.Load(new MemoryStream(xml)).Root!.Element("row")!.Element("Kode")!.Value);
    }

    [Fact]
    public async Task Should_type_the_columns_of_parquet()
    {
        Assert.Equal(["VARCHAR", "BIGINT", "DOUBLE", "DATE", "TIMESTAMP", "BOOLEAN"], await TypesAsync(Rows));
    }

    [Fact]
    public async Task Should_widen_a_column_of_parquet_for_a_late_cell_that_does_not_fit()
    {
        var late = new TableRow(4, [TableCell.Empty, TableCell.OfNumber(0.5), TableCell.OfText("tad"), TableCell.OfText("besok"), TableCell.OfDate(new(2026, 1, 1)), TableCell.OfText("mungkin")]);
        Assert.Equal(["VARCHAR", "DOUBLE", "VARCHAR", "VARCHAR", "TIMESTAMP", "VARCHAR"], await TypesAsync([.. Rows, late]));
        await using var file = await TableReaders.OpenAsync(new MemoryStream(await WriteAsync(TargetFormat.Parquet, [.. Rows, late])));
        var rows = await file.ReadRowsAsync(file.Sheets[0]).ToListAsync();
        Assert.Equal(["45.5", "2025-12-31", "true"], new[] { 2, 3, 5 }.Select(i => rows[0].Cells[i].Text));
        Assert.Equal(["", "0.5", "tad", "besok", "2026-01-01T00:00:00", "mungkin"], rows[3].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public async Task Should_write_whole_numbers_and_times_of_a_widened_column_as_other_formats_do()
    {
        TableColumn[] columns = [new("n", "n", ColumnType.Number), new("t", "t", ColumnType.DateTime)];
        TableRow[] rows = [new(1, [TableCell.OfNumber(45), TableCell.OfDateTime(new(2025, 12, 31, 8, 30, 15))]), new(2, [TableCell.OfText("tad"), TableCell.OfText("besok")])];
        using var output = new MemoryStream();
        await new ParquetTableWriter().WriteAsync(output, new TableContent(columns, rows.ToAsyncEnumerable()), TableWriteOptions.Default, default);
        await using var file = await TableReaders.OpenAsync(new MemoryStream(output.ToArray()));
        Assert.Equal(["45", "2025-12-31T08:30:15"], (await file.ReadRowsAsync(file.Sheets[0]).ToListAsync())[0].Cells.Select(cell => cell.Text));
    }

    [Theory]
    [InlineData("PM10 (µg/m³)", "PM10_gm")]
    [InlineData("xml2025", "_")]
    [InlineData("2025 jumlah", "_jumlah")]
    [InlineData("ªa", "a")]
    [InlineData("xmlXml nilai", "_nilai")]
    public async Task Should_name_elements_so_that_parsers_take_them(string column, string element)
    {
        using var output = new MemoryStream();
        await new XmlTableWriter().WriteAsync(output, new TableContent([new(column, column, ColumnType.Text)], new[] { new TableRow(1, [TableCell.OfText("a\rb")]) }.ToAsyncEnumerable()), TableWriteOptions.Default, default);
        output.Position = 0;
        var read = System.Xml.Linq.XDocument.Load(output).Root!.Element("row")!.Elements().Single();
        Assert.Equal((element, "a\rb"), (read.Name.LocalName, read.Value));
    }

    [Fact]
    public async Task Should_leave_nothing_on_disk_behind_parquet()
    {
        var folder = Directory.CreateTempSubdirectory();
        await WriteAsync(TargetFormat.Parquet, Rows, folder.FullName);
        using var stop = new CancellationTokenSource();
        var endless = AsyncEnumerable.Range(0, 1_000_000).Select(i => { if (i == 5000) { stop.Cancel(); } return new TableRow(i, [TableCell.OfNumber(i)]); });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ParquetTableWriter().WriteAsync(
            new MemoryStream(), new TableContent([Columns[1]], endless), new() { TempFolder = folder.FullName }, stop.Token));
        Assert.Empty(folder.EnumerateFileSystemInfos());
        folder.Delete();
    }

    private static async Task<string[]> TypesAsync(TableRow[] rows)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, await WriteAsync(TargetFormat.Parquet, rows));
        using var database = DuckDatabase.Open(null);
        using var connection = database.Connect();
        using var result = connection.Query($"SELECT * FROM read_parquet('{path}')");
        File.Delete(path);
        return [.. result.Columns.Select(column => column.Type.ToString())];
    }

    private static async Task<byte[]> WriteAsync(TargetFormat format, TableRow[]? rows = null, string? folder = null)
    {
        var target = new MemoryStream();
        await TableWriters.For(format).WriteAsync(target, new TableContent(Columns, (rows ?? Rows).ToAsyncEnumerable()), new() { TempFolder = folder });
        return target.ToArray();
    }
}
