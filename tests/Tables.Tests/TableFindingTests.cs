using Purbalingga.Tables.Tests.Support;

namespace Purbalingga.Tables.Tests;

public sealed class TableFindingTests
{
    private const string Official = """
        DATA JUMLAH PENDUDUK MENURUT KECAMATAN;;;;;
        KABUPATEN PURBALINGGA TAHUN 2024;;;;;
        ;;;;;
        No;Kode;Kecamatan;Jumlah Penduduk;;Keterangan
        ;;;Laki-laki;Perempuan;
        (1);(2);(3);(4);(5);(6)
        1;33.03.01;Kemangkon;31.234;30.987;-
        2;33.03.02;Bukateja;38.112;37.450;-
        ;;;;;
        3;33.03.03;Kejobong;25.001;24.899;tad
        No;Kode;Kecamatan;Jumlah Penduduk;;Keterangan
        4;33.03.04;Kaligondang;34.500;33.120;-
        ;;Jumlah;128.847;126.456;
        ;;;;;
        Sumber: Dinas Kependudukan dan Pencatatan Sipil;;;;;
        ;;;;Purbalingga, 31 Desember 2024;
        ;;;;Kepala Dinas;
        ;;;;BUDI SANTOSO;
        ;;;;NIP. 19700101 199503 1 001;
        """;

    [Fact]
    public async Task Should_find_the_table_in_a_sheet_as_officials_make_it()
    {
        var preview = await TablePreviews.ReadAsync(Bytes.Utf8(Official));
        Assert.Equal(
            ["No", "Kode", "Kecamatan", "Jumlah Penduduk Laki-laki", "Jumlah Penduduk Perempuan", "Keterangan"], preview.Columns.Select(c => c.Label));
        Assert.Equal("jumlah_penduduk_laki_laki", preview.Columns[3].Name);
        Assert.Equal(
            [ColumnType.Integer, ColumnType.Text, ColumnType.Text, ColumnType.Integer, ColumnType.Integer, ColumnType.Text],
            preview.Columns.Select(c => c.Type));
        Assert.Equal(4, preview.TotalRows);
        Assert.Equal([7, 8, 10, 12], preview.Rows.Select(row => row.Number));
        Assert.Equal((31234.0, "31.234"), (preview.Rows[0].Cells[3].Value, preview.Rows[0].Cells[3].Text));
    }

    [Fact]
    public async Task Should_say_what_was_left_out_and_why_without_naming_who_signed()
    {
        var shape = (await TablePreviews.ReadAsync(Bytes.Utf8(Official))).Shape;
        Assert.Equal([4, 5], shape.HeaderRows);
        Assert.Equal(7, shape.FirstDataRow);
        Assert.Equal("DATA JUMLAH PENDUDUK MENURUT KECAMATAN KABUPATEN PURBALINGGA TAHUN 2024", shape.Title);
        Assert.Equal(
            [
                (1, LeftOutReason.Title), (2, LeftOutReason.Title), (6, LeftOutReason.ColumnNumbers), (11, LeftOutReason.RepeatedHeader),
                (13, LeftOutReason.Total), (15, LeftOutReason.Note), (16, LeftOutReason.Signature), (17, LeftOutReason.Signature),
                (18, LeftOutReason.Signature), (19, LeftOutReason.Signature),
            ],
            shape.LeftOut.Select(row => (row.Row, row.Reason)));
        Assert.Equal(2, shape.BlankRows);
        Assert.DoesNotContain(shape.LeftOut, row => row.Text.Contains("BUDI", StringComparison.Ordinal) || row.Text.Contains("NIP", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_leave_a_tidy_table_as_it_is()
    {
        var preview = await TablePreviews.ReadAsync(Bytes.Utf8("tahun,jenis_kelamin,jumlah\n2023,Laki-laki,10\n2023,Total,20\n2024,Laki-laki,11\n2024,Total,21\n"));
        Assert.Equal(4, preview.TotalRows);
        Assert.Equal([1], preview.Shape.HeaderRows);
        Assert.Empty(preview.Shape.LeftOut);
        Assert.Empty(preview.Warnings);
    }

    [Fact]
    public async Task Should_name_columns_itself_when_there_is_no_header()
    {
        var preview = await TablePreviews.ReadAsync(Bytes.Utf8("1,Kemangkon,45,33\n2,Bukateja,50,12\n"));
        Assert.Equal(["kolom_1", "kolom_2", "kolom_3", "kolom_4"], preview.Columns.Select(c => c.Name));
        Assert.Equal(2, preview.TotalRows);
        Assert.Contains(preview.Warnings, warning => warning.Text.Indonesian.Contains("judul kolom tidak ditemukan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_take_years_for_a_header()
    {
        var preview = await TablePreviews.ReadAsync(Bytes.Utf8("Indikator;2021;2022;2023\nAHH;72,1;72,4;72,9\nRLS;7,2;7,3;7,4\n"));
        Assert.Equal(["Indikator", "2021", "2022", "2023"], preview.Columns.Select(c => c.Label));
        Assert.Equal(["indikator", "kolom_2021", "kolom_2022", "kolom_2023"], preview.Columns.Select(c => c.Name));
        Assert.Equal(72.1, preview.Rows[0].Cells[1].Value);
    }

    [Fact]
    public async Task Should_drop_blank_columns_and_make_names_unique()
    {
        var preview = await TablePreviews.ReadAsync(Bytes.Utf8(";Nama;Jumlah;;Jumlah;\n;a;1;;2;\n;b;3;;4;\n"));
        Assert.Equal(["nama", "jumlah", "jumlah_2"], preview.Columns.Select(c => c.Name));
        Assert.Equal([2, 3, 5], preview.Shape.SourceColumns);
    }

    [Theory]
    [InlineData("Kecamatan;Luas;Penduduk\n;(km2);(jiwa)\nKemangkon;45,1;100\nBukateja;42,2;90\n", "Kecamatan|Luas (km2)|Penduduk (jiwa)", 2)]
    [InlineData("Uraian;Tahun;;\n;2021;2022;2023\nAHH;1;2;3\nRLS;4;5;6\n", "Uraian|Tahun 2021|Tahun 2022|Tahun 2023", 2)]
    [InlineData("Dinas : ;Kesehatan;;\nTahun;: 2024;;\nNo;Nama;Alamat;Telepon\n1;a;b;0281\n2;c;d;0282\n", "No|Nama|Alamat|Telepon", 2)]
    [InlineData("Nama;Jumlah\nA. PAUD;\nTK 1;12\nTK 2;13\nB. SD;\nSD 1;200\n", "Nama|Jumlah", 5)]
    [InlineData("Tabel 3.1;Jumlah Sekolah;;;;\n;;;;;\n;No;Nama;;Murid;Guru\n;1;SD 1;;10;2\n;2;SD 2;;20;3\n", "No|Nama|Murid|Guru", 2)]
    [InlineData("Nama;L;P;\na;1;2;x\nb;3;4;y\nc;5;6;z\n", "Nama|L|P|kolom_4", 3)]
    [InlineData("Tanggal;1;2;3;4;5\nPos 1;10;12;9;8;7\nPos 2;4;5;6;7;8\n", "Tanggal|1|2|3|4|5", 2)]
    [InlineData("Kecamatan;Jumlah\nKemangkon;1\nBukateja;2\n*) Angka sementara;\n", "Kecamatan|Jumlah", 2)]
    [InlineData("Nama\nKemangkon\nBukateja\n", "Nama", 2)]
    [InlineData("nama,nilai\n", "nama|nilai", 0)]
    [InlineData("Kecamatan;Pendidikan;;;\n;SD;;SMP;\n;L;P;L;P\nKemangkon;1;2;3;4\nBukateja;5;6;7;8\n", "Kecamatan|Pendidikan SD L|Pendidikan SD P|Pendidikan SMP L|Pendidikan SMP P", 2)]
    public async Task Should_find_columns_and_rows_of_untidy_tables(string text, string labels, int rows)
    {
        var preview = await TablePreviews.ReadAsync(Bytes.Utf8(text), new() { Read = new() { FileName = "data.csv" } });
        Assert.Equal(labels, string.Join('|', preview.Columns.Select(c => c.Label)));
        Assert.Equal(rows, preview.TotalRows);
    }

    [Fact]
    public async Task Should_count_only_up_to_the_limit()
    {
        var text = "a,b\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{i},x\n"));
        var preview = await TablePreviews.ReadAsync(Bytes.Utf8(text), new() { MaxRows = 3, CountUpTo = 100 });
        Assert.Equal((3, 100L, (long?)null), (preview.Rows.Count, preview.CountedRows, preview.TotalRows));
        Assert.Equal(500, (await TablePreviews.ReadAsync(Bytes.Utf8(text))).TotalRows);
    }

    [Fact]
    public async Task Should_say_where_rows_are_short_and_where_data_lie_outside()
    {
        var shorter = await TablePreviews.ReadAsync(Bytes.Utf8("a,b,c\n1,2,3\n4,5\n6,7,8\n"));
        Assert.Equal(3, Assert.Single(shorter.Warnings).Row);
        var text = "a;b;;\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"{i};x;;\n")) + "21;x;;nyasar\n" + "22;x;;\n";
        var outside = await TablePreviews.ReadAsync(Bytes.Utf8(text));
        Assert.Equal(["a", "b"], outside.Columns.Select(c => c.Name));
        Assert.Equal(22, Assert.Single(outside.Warnings).Row);
    }

    [Fact]
    public async Task Should_read_headers_of_merged_cells_in_three_lines()
    {
        var workbook = WorkbookReadingTests.Workbook(
            """
            <row r="1"><c r="A1" t="str"><v>Wilayah</v></c><c r="B1" t="str"><v>Murid</v></c></row>
            <row r="2"><c r="B2" t="str"><v>SD</v></c><c r="D2" t="str"><v>SMP</v></c></row>
            <row r="3"><c r="B3" t="str"><v>L</v></c><c r="C3" t="str"><v>P</v></c><c r="D3" t="str"><v>L</v></c><c r="E3" t="str"><v>P</v></c></row>
            <row r="4"><c r="A4" t="str"><v>Kemangkon</v></c><c r="B4"><v>1</v></c><c r="C4"><v>2</v></c><c r="D4"><v>3</v></c><c r="E4"><v>4</v></c></row>
            <row r="5"><c r="A5" t="str"><v>Bukateja</v></c><c r="B5"><v>5</v></c><c r="C5"><v>6</v></c><c r="D5"><v>7</v></c><c r="E5"><v>8</v></c></row>
            """,
            behind: "<mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"B1:E1\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"D2:E2\"/></mergeCells>");
        var preview = await TablePreviews.ReadAsync(workbook);
        Assert.Equal(["Wilayah", "Murid SD L", "Murid SD P", "Murid SMP L", "Murid SMP P"], preview.Columns.Select(c => c.Label));
        Assert.Equal([1, 2, 3], preview.Shape.HeaderRows);
        Assert.Equal(2, preview.TotalRows);
    }

    [Fact]
    public async Task Should_leave_names_of_groups_to_the_rows_that_they_are_merged_over()
    {
        var workbook = WorkbookReadingTests.Workbook(
            """
            <row r="1"><c r="A1" t="str"><v>Wilayah</v></c><c r="B1" t="str"><v>Desa</v></c><c r="C1" t="str"><v>Jumlah</v></c></row>
            <row r="2"><c r="A2" t="str"><v>KECAMATAN TIMUR</v></c></row>
            <row r="3"><c r="A3" t="str"><v>Timur</v></c><c r="B3" t="str"><v>Satu</v></c><c r="C3"><v>2</v></c></row>
            <row r="4"><c r="B4" t="str"><v>Dua</v></c><c r="C4"><v>6</v></c></row>
            """,
            behind: "<mergeCells><mergeCell ref=\"A2:C2\"/><mergeCell ref=\"A3:A4\"/></mergeCells>");
        var preview = await TablePreviews.ReadAsync(workbook);
        Assert.Equal(ColumnType.Integer, preview.Columns[2].Type);
        Assert.Equal(["KECAMATAN TIMUR", null, null], preview.Rows[0].Cells.Select(cell => cell.Value));
        Assert.Equal(["Timur", "Dua", 6.0], preview.Rows[2].Cells.Select(cell => cell.Value));
    }
}
