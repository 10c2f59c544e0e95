using Purbalingga.Tables.Planning;
using Purbalingga.Tables.Tests.Support;

namespace Purbalingga.Tables.Tests.Planning;

public sealed class PlanTests
{
    private const string Report = """
        REALISASI BELANJA TAHUN 2025;;;
        Kode;Uraian;Anggaran;Persen
        (1);(2);(3);(4)
        5101;Belanja pegawai;1.250.000;45 %
        5102;Belanja barang;750.500;50,5 %
        JUMLAH BELANJA;;2.000.500;47,1 %
        Purbalingga, 31 Desember 2025;;;
        KEPALA DINAS;;;
        """;

    [Fact]
    public async Task Should_say_where_the_table_lies_and_what_its_columns_are()
    {
        var plan = (await TablePlanner.PlanAsync(Bytes.Utf8(Report))).Main;
        Assert.Equal([2], plan.HeaderRows);
        Assert.Equal(4, plan.FirstRow);
        Assert.Equal("REALISASI BELANJA TAHUN 2025", plan.Title);
        Assert.Equal((';', "utf-8"), (plan.Detection.Delimiter, plan.Detection.Encoding));
        Assert.Equal(
            [("kode", ColumnType.Text, ColumnForm.Plain), ("uraian", ColumnType.Text, ColumnForm.Plain),
                ("anggaran", ColumnType.Integer, ColumnForm.Indonesian), ("persen", ColumnType.Number, ColumnForm.Indonesian)],
            plan.Columns.Select(c => (c.Id, c.Type, c.Form)));
        Assert.Equal("%", plan.Columns[3].Unit);
        Assert.Equal(
            [(1, LeftOutReason.Title), (3, LeftOutReason.ColumnNumbers), (6, LeftOutReason.Total), (7, LeftOutReason.Signature), (8, LeftOutReason.Signature)],
            plan.LeftOut.Select(row => (row.Row, row.Reason)));
        Assert.True(plan.IsWhole);
        Assert.Equal(2, plan.Rows);
    }

    [Fact]
    public async Task Should_read_typed_rows_by_a_plan_that_was_stored()
    {
        var plan = PlanJson.ReadPlan(PlanJson.Write((await TablePlanner.PlanAsync(Bytes.Utf8(Report))).Main));
        var rows = await PlannedRows.ReadAsync(Bytes.Utf8(Report), plan).ToListAsync();
        Assert.Equal([4, 5], rows.Select(row => row.Number));
        Assert.Equal(["5101", "Belanja pegawai", 1250000.0, 45.0], rows[0].Cells.Select(cell => cell.Value));
    }

    [Fact]
    public async Task Should_follow_a_correction_of_header_types_names_and_rows()
    {
        const string text = "catatan;umum;\nkode;nama;nilai\nx1;a;1\nx2;b;12\nx3;c;dua\nx4;d;4\n";
        var correction = PlanJson.ReadCorrection(PlanJson.Write(new TableCorrection
        {
            HeaderRows = [2],
            LastRow = 6,
            LeaveOut = [5],
            Columns =
            [
                new ColumnCorrection("kode") { Id = "Kode Barang", Label = "Kode barang" },
                new ColumnCorrection("nilai") { Type = ColumnType.Number },
                new ColumnCorrection("nama") { LeaveOut = true },
                new ColumnCorrection("tidak_ada") { Type = ColumnType.Date },
            ],
        }));
        var plan = (await TablePlanner.PlanAsync(Bytes.Utf8(text), new() { Corrections = [correction] })).Main;
        Assert.Equal([("kode_barang", "Kode barang", 1), ("nilai", "nilai", 3)], plan.Columns.Select(c => (c.Id, c.Label, c.Source)));
        var rows = await PlannedRows.ReadAsync(Bytes.Utf8(text), plan).ToListAsync();
        Assert.Equal([("x1", 1.0), ("x2", 12.0), ("x4", 4.0)], rows.Select(row => ((string)row.Cells[0].Value!, (double)row.Cells[1].Value!)));
        Assert.Contains(new LeftOutRow(5, LeftOutReason.Correction, "x3 | c | dua"), plan.LeftOut);
    }

    [Fact]
    public async Task Should_keep_a_row_that_an_operator_wants()
    {
        const string text = "kecamatan,jumlah\nKemangkon,1\nBukateja,2\nTotal,3\n";
        Assert.Equal(2, (await TablePlanner.PlanAsync(Bytes.Utf8(text))).Main.Rows);
        var plan = (await TablePlanner.PlanAsync(Bytes.Utf8(text), new() { Corrections = [new() { Keep = [4] }] })).Main;
        Assert.Equal((3, 0), (plan.Rows, plan.LeftOut.Count));
        Assert.Equal("Total", (await PlannedRows.ReadAsync(Bytes.Utf8(text), plan).LastAsync()).Cells[0].Text);
    }

    [Fact]
    public async Task Should_name_place_value_and_expectation_of_a_value_that_does_not_fit()
    {
        const string text = "nama,nilai\na,1\nb,dua\n";
        var plan = (await TablePlanner.PlanAsync(Bytes.Utf8(text), new() { Corrections = [new() { Columns = [new("nilai") { Type = ColumnType.Integer }] }] })).Main;
        var error = await Assert.ThrowsAsync<TableReadException>(async () => await PlannedRows.ReadAsync(Bytes.Utf8(text), plan).ToListAsync());
        Assert.Equal((3, "nilai", "dua", ColumnType.Integer), (error.Row, error.Column, error.Value, error.Expected));
        Assert.Equal("Baris 3, kolom \"nilai\": \"dua\" bukan bilangan bulat (contoh: 1.250). Perbaiki nilai itu, atau ubah jenis kolom menjadi teks.", error.Text.Indonesian);
        Assert.Equal("Row 3, column \"nilai\": \"dua\" is no whole number (such as: 1.250). Correct the value, or make the column text.", error.Text.English);
    }

    [Fact]
    public async Task Should_go_on_over_values_that_do_not_fit_when_told_to()
    {
        const string text = "nama,nilai\na,1\nb,dua\nc,3\n";
        var plan = (await TablePlanner.PlanAsync(Bytes.Utf8(text), new() { Corrections = [new() { Columns = [new("nilai") { Type = ColumnType.Integer }] }] })).Main;
        var misfits = new List<CellMisfit>();
        var rows = await PlannedRows.ReadAsync(Bytes.Utf8(text), plan, new() { OnMisfit = misfit => { misfits.Add(misfit); return true; } }).ToListAsync();
        Assert.Equal([1.0, null, 3.0], rows.Select(row => row.Cells[1].Value));
        Assert.Equal((3, "dua"), (Assert.Single(misfits).Row, misfits[0].Value));
    }

    [Fact]
    public async Task Should_refuse_to_read_another_file_by_a_plan()
    {
        var plan = (await TablePlanner.PlanAsync(Bytes.File("penduduk-libreoffice.xlsx"))).Main;
        var error = await Assert.ThrowsAsync<TableReadException>(async () => await PlannedRows.ReadAsync(Bytes.Utf8(Report), plan).ToListAsync());
        Assert.Contains("sudah berubah", error.Text.Indonesian, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_plan_every_visible_sheet_and_say_which_are_hidden()
    {
        var file = await TablePlanner.PlanAsync(Bytes.File("penduduk-libreoffice.xlsx"));
        Assert.Equal(["Penduduk", "Lain"], file.Tables.Select(table => table.Sheet.Name));
        Assert.Equal([new LeftOutSheet("Rahasia", Hidden: true)], file.LeftOut);
        Assert.Equal("Penduduk", file.Main.Sheet.Name);
        var rows = await PlannedRows.ReadAsync(Bytes.File("penduduk-libreoffice.xlsx"), file.Main).ToListAsync();
        Assert.Equal(4, rows.Count);
        Assert.Equal(file.Main.Rows, rows.Count);
        Assert.Equal(new DateOnly(2024, 12, 31), rows[0].Cells[7].Value);
    }

    [Fact]
    public async Task Should_say_that_a_plan_by_the_first_rows_is_not_whole()
    {
        var text = "a,b\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i},x\n")) + "tiga,x\n";
        var plan = (await TablePlanner.PlanAsync(Bytes.Utf8(text), new() { EvidenceRows = 2000 })).Main;
        Assert.Equal((false, 2000, ColumnType.Integer), (plan.IsWhole, plan.Rows, plan.Columns[0].Type));
        Assert.Equal(3002, (await Assert.ThrowsAsync<TableReadException>(async () => await PlannedRows.ReadAsync(Bytes.Utf8(text), plan).CountAsync())).Row);
        Assert.Equal(ColumnType.Text, (await TablePlanner.PlanAsync(Bytes.Utf8(text))).Main.Columns[0].Type);
    }

    [Fact]
    public async Task Should_lose_no_field_of_a_row_that_was_not_planned()
    {
        var text = "a,b\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i},x\n")) + "3000,x,y\n";
        var plan = PlanJson.ReadPlan(PlanJson.Write((await TablePlanner.PlanAsync(Bytes.Utf8(text), new() { EvidenceRows = 2000 })).Main));
        Assert.Equal((2, false), (plan.Width, plan.IsWhole));
        var error = await Assert.ThrowsAsync<TableReadException>(async () => await PlannedRows.ReadAsync(Bytes.Utf8(text), plan).CountAsync());
        Assert.Equal((3002, "y"), (error.Row, error.Value));
        Assert.Equal(3002, (await Assert.ThrowsAsync<TableReadException>(() => TablePlanner.PlanAsync(Bytes.Utf8(text)))).Row);
    }

    [Theory]
    [InlineData("Kode Wilayah", "330301", ColumnType.Text)]
    [InlineData("kode_kecamatan", "3303010", ColumnType.Text)]
    [InlineData("NPSN", "20303157", ColumnType.Text)]
    [InlineData("No. Rekening", "1021000453", ColumnType.Text)]
    [InlineData("id_desa", "3303", ColumnType.Text)]
    [InlineData("No", "12", ColumnType.Integer)]
    [InlineData("Jumlah KK", "1200", ColumnType.Integer)]
    [InlineData("Jumlah NIK ganda", "12", ColumnType.Integer)]
    [InlineData("Tahun", "2025", ColumnType.Integer)]
    [InlineData("Periode", "Desember 2025", ColumnType.Date)]
    [InlineData("Periode", "Triwulan I 2025", ColumnType.Date)]
    [InlineData("Periode", "TW IV Tahun 2025", ColumnType.Date)]
    [InlineData("Periode", "Semester 2 2025", ColumnType.Date)]
    [InlineData("Periode", "Triwulan V 2025", ColumnType.Text)]
    [InlineData("Tanggal", "45657", ColumnType.Date)]
    [InlineData("Selisih", "(1.000)", ColumnType.Integer)]
    [InlineData("Sertifikat", "Sudah", ColumnType.Boolean)]
    [InlineData("Listrik", "Tidak ada", ColumnType.Boolean)]
    public async Task Should_type_a_column_by_its_name_and_values(string label, string value, ColumnType type)
    {
        var plan = (await TablePlanner.PlanAsync(Bytes.Utf8($"nama;{label}\na;{value}\nb;{value}\nc;tad\n"))).Main;
        Assert.Equal(type, plan.Columns[1].Type);
    }

    [Theory]
    [InlineData("45657", "2024-12-31")]
    [InlineData("31/12/2024", "2024-12-31")]
    [InlineData("31 Desember 2024", "2024-12-31")]
    [InlineData("2024-12-31", "2024-12-31")]
    [InlineData("-", null)]
    public async Task Should_read_days_of_several_forms_in_one_column(string value, string? day)
    {
        var text = $"nama;tanggal\na;{value}\nb;45292\nc;1/2/2024\nd;3 Mei 2024\n";
        var plan = (await TablePlanner.PlanAsync(Bytes.Utf8(text))).Main;
        Assert.Equal(ColumnType.Date, plan.Columns[1].Type);
        var first = (await PlannedRows.ReadAsync(Bytes.Utf8(text), plan).FirstAsync()).Cells[1];
        Assert.Equal(day ?? "", first.ToInvariantString());
    }
}
