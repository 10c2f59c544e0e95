using Purbalingga.Tables;
using Purbalingga.Tables.Planning;
using static Purbalingga.Samples.Tests.SampleFiles;

namespace Purbalingga.Samples.Tests;

/// <summary>What the portal makes of the samples: every table is read, and of a report for print only the table.</summary>
public sealed class ReadingTests
{
    private static readonly string[] Kinds = [".csv", ".tsv", ".xlsx", ".xls"];

    public static TheoryData<string> Tables =>
        [.. DatasetFolders.SelectMany(Directory.EnumerateFiles).Where(f => Kinds.Contains(Path.GetExtension(f))).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))];

    public static TheoryData<string> Maps => ShapeTests.Maps;

    [Theory, MemberData(nameof(Tables))]
    public async Task Should_be_read_as_a_table(string path)
    {
        var preview = await ReadAsync(path);
        Assert.InRange(preview.CountedRows, 8, 60_000);
        Assert.InRange(preview.Columns.Count, 3, 20);
        if (Path.GetExtension(path) is ".csv" or ".tsv")
        {
            var lines = await File.ReadAllLinesAsync(Path.Combine(Root, path));
            Assert.Equal(lines.Length - 1, preview.TotalRows ?? preview.CountedRows);
            Assert.Equal(lines[0].Split(preview.Detection.Delimiter!.Value).Length, preview.Columns.Count);
            Assert.Empty(preview.Shape.LeftOut);
        }
    }

    [Theory]
    [InlineData("disdukcapil/jumlah-penduduk-kecamatan-2020-2025/rekap-penduduk-2025.xlsx", 18, "no kecamatan penduduk_jiwa_laki_laki penduduk_jiwa_perempuan penduduk_jiwa_jumlah kartu_keluarga luas_km2 kepadatan_jiwa_km2")]
    [InlineData("dindikbud/sekolah-siswa-guru-kecamatan-2021-2025/rekap-sekolah-2025-2026.xlsx", 18, "no kecamatan paud_tk_sekolah paud_tk_siswa paud_tk_guru sd_sekolah sd_siswa sd_guru smp_sekolah smp_siswa smp_guru")]
    [InlineData("dinkopukm/koperasi-kecamatan-2025/koperasi-2025.xls", 18, "no kecamatan koperasi_unit_aktif koperasi_unit_tidak_aktif koperasi_unit_jumlah anggota_orang")]
    [InlineData("dinpertan/produksi-padi-kecamatan-2021-2025/laporan-padi-2025.xlsx", 18, "no kecamatan luas_ha_tanam luas_ha_panen produktivitas_ku_ha produksi_ton_gkg")]
    [InlineData("dinporapar/kunjungan-wisata-2025/laporan-kunjungan-wisata-2025.xlsx", 8, "no daya_tarik_wisata triwulan_i triwulan_ii triwulan_iii triwulan_iv jumlah")]
    [InlineData("dinsosdaldukkb3a/keluarga-desil-kesejahteraan-2025/rekap-desil-2025.xlsx", 18, "no kecamatan desil_kesejahteraan_keluarga_1 desil_kesejahteraan_keluarga_2 desil_kesejahteraan_keluarga_3 desil_kesejahteraan_keluarga_4 jumlah persen_dari_seluruh_kk")]
    [InlineData("dinkes/prevalensi-stunting-kecamatan-2022-2025/laporan-stunting-2022-2025.xlsx", 18, "no kecamatan balita_anak_diukur balita_anak_stunting prevalensi_persen")]
    [InlineData("bakeuda/realisasi-belanja-opd-2025/laporan-realisasi-belanja-2025.xlsx", 26, "no perangkat_daerah jumlah_rp_anggaran_setelah_perubahan jumlah_rp_realisasi sisa_rp persen")]
    [InlineData("disdukcapil/penduduk-kelompok-umur-2025/penduduk-kelompok-umur-2025.xlsx", 18, "no kecamatan kelompok_umur_tahun_0_4 kelompok_umur_tahun_5_9 kelompok_umur_tahun_10_14 kelompok_umur_tahun_15_19 kelompok_umur_tahun_20_24 kelompok_umur_tahun_25_29 kelompok_umur_tahun_30_34 kelompok_umur_tahun_35_39 kelompok_umur_tahun_40_44 kelompok_umur_tahun_45_49 kelompok_umur_tahun_50_54 kelompok_umur_tahun_55_59 kelompok_umur_tahun_60_64 kelompok_umur_tahun_65_69 kelompok_umur_tahun_70_74 kelompok_umur_tahun_75 jumlah")]
    public async Task Should_leave_titles_totals_and_signatures_out_of_a_report(string path, int rows, string columns)
    {
        var preview = await ReadAsync(path);
        Assert.Equal(rows, preview.TotalRows);
        Assert.Equal(columns.Split(' '), preview.Columns.Select(c => c.Name));
        Assert.All(preview.Columns.Skip(2), c => Assert.Contains(c.Type, new[] { ColumnType.Integer, ColumnType.Number }));
        Assert.Contains(preview.Shape.LeftOut, r => r.Reason == LeftOutReason.Total);
        Assert.Contains(preview.Shape.LeftOut, r => r.Reason == LeftOutReason.Note);
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task Should_keep_codes_as_text_and_every_row_of_its_plan(string path)
    {
        await using var stream = File.OpenRead(Path.Combine(Root, path));
        var plan = (await TablePlanner.PlanAsync(stream, new() { Read = new() { FileName = path } })).Main;
        Assert.All(plan.Columns.Where(c => c.Id.StartsWith("kode", StringComparison.Ordinal) || c.Id.Contains("_kode", StringComparison.Ordinal)), c => Assert.Equal(ColumnType.Text, c.Type));
        Assert.Equal(plan.Rows, await PlannedRows.ReadAsync(stream, plan).LongCountAsync());
        Assert.DoesNotContain(plan.LeftOut, r => r.Reason == LeftOutReason.Signature && r.Text.Length > 0);
    }

    [Theory, MemberData(nameof(Maps))]
    public async Task Should_read_a_map_as_the_table_that_it_was_made_of(string path)
    {
        await using var stream = File.OpenRead(Path.Combine(Root, path));
        var plan = (await TablePlanner.PlanAsync(stream)).Main;
        Assert.Equal(["longitude", "latitude", "geometry"], plan.Columns.TakeLast(3).Select(c => c.Label));
        var rows = await PlannedRows.ReadAsync(stream, plan).ToListAsync();
        Assert.Equal(Csv(Path.ChangeExtension(path, ".csv")).Count, rows.Count);
        Assert.All(rows, row => Assert.InRange(row.Cells[^3].Number, 109.18, 109.59));
    }

    private static async Task<TablePreview> ReadAsync(string path)
    {
        await using var stream = File.OpenRead(Path.Combine(Root, path));
        return await TablePreviews.ReadAsync(stream, new TablePreviewOptions { CountUpTo = 100_000 });
    }
}
