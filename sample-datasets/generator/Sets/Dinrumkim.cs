using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Housing, water and sanitation.</summary>
internal static class Dinrumkim
{
    private const string Org = "dinrumkim";

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        yield return Houses(regency);
        yield return Water(regency);
    }

    private static SampleDataset Houses(Regency regency)
    {
        var table = Table.Of(
            "kemendagri_kode_kecamatan kemendagri_nama_kecamatan kemendagri_kode_desa_kelurahan kemendagri_nama_desa_kelurahan jumlah_rtlh_awal_tahun jumlah_rtlh_ditangani jumlah_rtlh_akhir_tahun satuan tahun",
            from kecamatan in regency.Kecamatan
            from desa in kecamatan.Desa
            let draw = new Draw("rtlh/" + desa.Code)
            let start = 14 + (long)(regency.People(desa, 2025) * draw.Between(0.004, 0.019))
            let mended = draw.Whole(5, 12)
            select (object?[])[kecamatan.Code, kecamatan.Name, desa.Code, desa.Name, start, mended, start - mended, "unit", 2025]);
        return new(Org, "rumah-tidak-layak-huni-desa-2025", "Rumah Tidak Layak Huni Menurut Desa/Kelurahan, 2025")
        {
            Notes = "Jumlah rumah tidak layak huni (RTLH) pada awal tahun, yang diperbaiki selama 2025, dan sisanya di 239 desa/kelurahan.",
            Theme = Themes.Development,
            Tags = ["RTLH", "rumah tidak layak huni", "perumahan", "desa"],
            Concept = "Rumah tidak layak huni", Definition = "Rumah yang tidak memenuhi syarat keselamatan bangunan, kecukupan luas, atau kesehatan penghuni.",
            Measure = "Jumlah", Unit = "Unit", Classification = "Desa/kelurahan", Schedule = "Tahunan", Years = "2025", CodeReference = Kit.CodeReference, PriorityYear = "2025",
            Resources = Kit.CsvAndXlsx("rtlh-desa-2025", "RTLH menurut desa/kelurahan 2025", "239 baris.", table),
        };
    }

    private static SampleDataset Water(Regency regency)
    {
        var table = Table.Of(
            Kit.KecamatanColumns + " jumlah_keluarga keluarga_akses_air_minum_layak keluarga_akses_sanitasi_layak persentase_air_minum_layak persentase_sanitasi_layak tahun",
            regency.Kecamatan.Select(k =>
            {
                var draw = new Draw("air/" + k.Code);
                var all = regency.Households[k.Code];
                var (water, toilet) = ((long)(all * draw.Between(0.86, 0.98)), (long)(all * draw.Between(0.80, 0.96)));
                return (object?[])[.. Kit.Head(k), all, water, toilet, Numbers.Percent(water, all), Numbers.Percent(toilet, all), 2025];
            }));
        return new(Org, "akses-air-minum-sanitasi-2025", "Akses Air Minum dan Sanitasi Layak Menurut Kecamatan, 2025")
        {
            Notes = "Jumlah keluarga yang memiliki akses air minum layak dan sanitasi layak. Jumlah keluarga sama dengan kartu keluarga dalam rekap Disdukcapil 2025.",
            Theme = Themes.Development,
            Tags = ["air minum", "sanitasi", "permukiman", "keluarga"],
            Concept = "Akses air minum dan sanitasi layak", Definition = "Keluarga dengan sumber air minum terlindung, dan dengan jamban leher angsa serta tangki septik.",
            Measure = "Persentase", Unit = "Persen", Classification = "Kecamatan", Schedule = "Tahunan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = [Kit.Csv("akses-air-minum-sanitasi-2025", "Akses air minum dan sanitasi 2025", "18 kecamatan.", table)],
        };
    }
}
