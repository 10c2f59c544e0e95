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
}
