using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Small business and cooperatives.</summary>
internal static class Dinkopukm
{
    private const string Org = "dinkopukm";

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        yield return Businesses(regency);
        yield return Cooperatives(regency);
    }

    private static SampleDataset Businesses(Regency regency)
    {
        (string Sector, double Share)[] sectors = [("Perdagangan", 0.028), ("Kuliner", 0.018), ("Kerajinan", 0.009), ("Konveksi dan rambut palsu", 0.006), ("Jasa", 0.011), ("Pertanian", 0.012)];
        var table = Table.Of(
            Kit.KecamatanColumns + " sektor skala_usaha jumlah_usaha satuan tahun",
            from kecamatan in regency.Kecamatan
            from sector in sectors
            let draw = new Draw($"umkm/{kecamatan.Code}/{sector.Sector}")
            let all = (long)(regency.People(kecamatan, 2025) * sector.Share * draw.Between(0.7, 1.3))
            let parts = Shares.OfAtLeast(all, 5, [0.955, 0.04, 0.005])
            from scale in new[] { ("Mikro", parts[0]), ("Kecil", parts[1]), ("Menengah", parts[2]) }
            select (object?[])[.. Kit.Head(kecamatan), sector.Sector, scale.Item1, scale.Item2, "unit usaha", 2025]);
        return new(Org, "umkm-kecamatan-sektor-2025", "Jumlah Usaha Mikro, Kecil, dan Menengah Menurut Kecamatan dan Sektor, 2025")
        {
            Notes = "Jumlah UMKM yang terdata di setiap kecamatan menurut sektor dan skala usaha.",
            Theme = Themes.Economy,
            Tags = ["UMKM", "usaha mikro", "usaha kecil", "sektor usaha"],
            Concept = "Usaha mikro, kecil, dan menengah", Definition = "Usaha produktif milik perorangan atau badan usaha menurut batas modal dan hasil penjualan tahunan.",
            Measure = "Jumlah", Unit = "Unit usaha", Classification = "Kecamatan; sektor; skala usaha", Schedule = "Tahunan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = Kit.CsvAndXlsx("umkm-kecamatan-sektor-2025", "UMKM 2025", "324 baris.", table),
        };
    }

    private static SampleDataset Cooperatives(Regency regency)
    {
        var rows = regency.Kecamatan.Select(k =>
        {
            var draw = new Draw("koperasi/" + k.Code);
            var (active, idle) = (draw.Whole(6, 24), draw.Whole(1, 6));
            return (Kecamatan: k, Active: active, Idle: idle, Members: (long)(active * draw.Between(70, 260)));
        }).ToList();
        var sheet = new OfficialSheet("Koperasi 2025")
        {
            Titles = ["DATA KOPERASI MENURUT KECAMATAN", "KABUPATEN PURBALINGGA KEADAAN 31 DESEMBER 2025", "(DATA CONTOH, BUKAN ANGKA RESMI)"],
            Head = [("No", []), ("Kecamatan", []), ("Koperasi (unit)", ["Aktif", "Tidak Aktif", "Jumlah"]), ("Anggota (orang)", [])],
            Rows = Kit.Numbered(rows.Select(r => (object?[])[r.Kecamatan.Name, r.Active, r.Idle, r.Active + r.Idle, r.Members])),
            Total = ["JUMLAH", null, rows.Sum(r => r.Active), rows.Sum(r => r.Idle), rows.Sum(r => r.Active + r.Idle), rows.Sum(r => r.Members)],
            Foot = ["Sumber: Dinkop UKM Kabupaten Purbalingga (data contoh)"],
            SignedBy = "Kepala Dinas Koperasi, Usaha Kecil dan Menengah",
        };
        return new(Org, "koperasi-kecamatan-2025", "Jumlah Koperasi dan Anggotanya Menurut Kecamatan, 2025")
        {
            Notes = "Jumlah koperasi aktif dan tidak aktif serta anggotanya di setiap kecamatan. Tersedia dalam bentuk Excel 97–2003 (XLS) seperti berkas lama dinas.",
            Theme = Themes.Economy,
            Tags = ["koperasi", "anggota koperasi", "kecamatan"],
            Concept = "Koperasi", Definition = "Badan usaha beranggotakan orang atau badan hukum koperasi; aktif bila mengadakan rapat anggota dalam tiga tahun terakhir.",
            Measure = "Jumlah", Unit = "Unit", Classification = "Kecamatan; keadaan", Schedule = "Tahunan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources =
            [
                SampleResource.OfFile("Koperasi menurut kecamatan 2025 (XLS)", "Buku kerja Excel 97–2003 dengan judul, kepala tabel bertingkat, dan baris jumlah.", "koperasi-2025.xls", OldWorkbook.Write(sheet)),
                Kit.Csv("koperasi-2025", "Koperasi menurut kecamatan 2025 (CSV)", "18 kecamatan.", Table.Of(Kit.KecamatanColumns + " koperasi_aktif koperasi_tidak_aktif jumlah_anggota tahun", rows.Select(r => (object?[])[.. Kit.Head(r.Kecamatan), r.Active, r.Idle, r.Members, 2025]))),
            ],
        };
    }
}
