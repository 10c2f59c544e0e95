using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Crops and livestock.</summary>
internal static class Dinpertan
{
    private const string Org = "dinpertan";

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        yield return Rice(regency);
        yield return Livestock(regency);
        yield return Horticulture(regency);
    }

    private static SampleDataset Rice(Regency regency)
    {
        var rows = (from year in Kit.Years(2021, 2025)
                    from kecamatan in regency.Kecamatan
                    let field = new Draw("sawah/" + kecamatan.Code).Between(0.18, 0.38)
                    let draw = new Draw($"padi/{kecamatan.Code}/{year}")
                    let harvested = (long)((double)Regency.AreaByBps(kecamatan) * 100 * field * draw.Between(1.55, 1.85))
                    let yield = Numbers.Round(draw.Between(52.5, 62.0))
                    select (Kecamatan: kecamatan, Year: year, Planted: (long)(harvested * draw.Between(1.01, 1.05)), Harvested: harvested, Yield: yield, Tonnes: decimal.Round(harvested * yield / 10, 1))).ToList();
        var table = Table.Of(
            Kit.KecamatanColumns + " luas_tanam_ha luas_panen_ha produktivitas_kuintal_per_ha produksi_ton tahun",
            rows.Select(r => (object?[])[.. Kit.Head(r.Kecamatan), r.Planted, r.Harvested, r.Yield, r.Tonnes, r.Year]));
        var now = rows.Where(r => r.Year == 2025).ToList();
        var recap = new OfficialSheet("Padi 2025")
        {
            Titles = ["LUAS TANAM, LUAS PANEN, PRODUKTIVITAS DAN PRODUKSI PADI", "KABUPATEN PURBALINGGA TAHUN 2025 (DATA CONTOH)"],
            Head = [("No", []), ("Kecamatan", []), ("Luas (ha)", ["Tanam", "Panen"]), ("Produktivitas (ku/ha)", []), ("Produksi (ton GKG)", [])],
            Rows = Kit.Numbered(now.Select(r => (object?[])[r.Kecamatan.Name, r.Planted, r.Harvested, r.Yield, r.Tonnes])),
            Total = ["Jumlah", null, now.Sum(r => r.Planted), now.Sum(r => r.Harvested), decimal.Round(now.Sum(r => r.Tonnes) * 10 / now.Sum(r => r.Harvested), 2), now.Sum(r => r.Tonnes)],
            Foot = ["Sumber : Dinas Pertanian Kabupaten Purbalingga (data contoh)", "GKG : gabah kering giling"],
            NumbersAsText = true,
            NumberedColumns = true,
            SignedBy = "Kepala Dinas Pertanian",
            Indent = 1,
        };
        return new(Org, "produksi-padi-kecamatan-2021-2025", "Luas Panen, Produktivitas, dan Produksi Padi Menurut Kecamatan, 2021–2025")
        {
            Notes = "Luas tanam, luas panen, produktivitas, dan produksi padi (sawah dan ladang) dalam gabah kering giling di setiap kecamatan. Produksi = luas panen × produktivitas.",
            Theme = Themes.Economy,
            Tags = ["padi", "pertanian", "produksi", "pangan"],
            Concept = "Produksi padi", Definition = "Hasil padi dalam bentuk gabah kering giling dari luas yang dipanen.",
            Measure = "Berat", Unit = "Ton", Classification = "Kecamatan; tahun", Schedule = "Tahunan", Years = "2021-2025", CodeReference = Kit.CodeReference, PriorityYear = "2025",
            MoreExtras = [("rumus", "luas panen x produktivitas / 10")],
            Resources =
            [
                .. Kit.CsvAndXlsx("produksi-padi-2021-2025", "Produksi padi 2021–2025", "90 baris: 18 kecamatan, 5 tahun.", table),
                Kit.Official("laporan-padi-2025", "Laporan padi 2025 (bentuk laporan)", "Tabel dimulai di kolom B; angka teks Indonesia; baris nomor kolom (1), (2), (3).", recap),
            ],
        };
    }

    private static SampleDataset Livestock(Regency regency)
    {
        var table = Table.Of(
            Kit.KecamatanColumns + " jenis_ternak populasi satuan tahun",
            from kecamatan in regency.Kecamatan
            from animal in new[] { ("Sapi potong", 900), ("Sapi perah", 12), ("Kerbau", 60), ("Kambing", 9_000), ("Domba", 1_400), ("Ayam buras", 46_000), ("Ayam ras pedaging", 210_000), ("Itik", 9_500) }
            let draw = new Draw($"ternak/{kecamatan.Code}/{animal.Item1}")
            select (object?[])[.. Kit.Head(kecamatan), animal.Item1, (long)(animal.Item2 * draw.Between(0.3, 1.9)), "ekor", 2025]);
        return new(Org, "populasi-ternak-kecamatan-2025", "Populasi Ternak dan Unggas Menurut Kecamatan, 2025")
        {
            Notes = "Jumlah ternak besar, ternak kecil, dan unggas di setiap kecamatan pada akhir 2025. Berkas dipisahkan dengan tab (TSV).",
            Theme = Themes.Economy,
            Tags = ["ternak", "peternakan", "unggas", "sapi", "kambing"],
            Concept = "Populasi ternak", Definition = "Jumlah ternak yang dipelihara pada hari pencatatan.",
            Measure = "Jumlah", Unit = "Ekor", Classification = "Kecamatan; jenis ternak", Schedule = "Tahunan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = [SampleResource.OfFile("Populasi ternak 2025 (TSV)", "144 baris, dipisahkan tab.", "populasi-ternak-2025.tsv", DelimitedText.Tsv(table))],
        };
    }

    private static SampleDataset Horticulture(Regency regency)
    {
        (string Crop, string Unit, string[] Places, int Size)[] crops =
        [
            ("Nanas", "kuintal", ["Karangreja", "Karangjambu", "Kutasari", "Bojongsari", "Mrebet"], 9_000), ("Durian", "kuintal", ["Kaligondang", "Pengadegan", "Rembang", "Karangmoncol", "Kutasari", "Karanganyar"], 4_200),
            ("Stroberi", "kuintal", ["Karangreja"], 1_800), ("Kentang", "kuintal", ["Karangreja"], 21_000), ("Kubis", "kuintal", ["Karangreja", "Karangjambu"], 17_500),
            ("Cabai besar", "kuintal", ["Karangreja", "Kutasari", "Mrebet", "Bobotsari", "Kejobong"], 2_600), ("Duku", "kuintal", ["Kaligondang", "Kemangkon", "Purbalingga", "Kejobong"], 1_500),
            ("Lada", "kuintal", ["Kejobong", "Pengadegan", "Kaligondang"], 600),
        ];
        var table = Table.Of(
            Kit.KecamatanColumns + " komoditas produksi satuan tahun",
            from year in Kit.Years(2023, 2025)
            from crop in crops
            from place in crop.Places
            let draw = new Draw($"horti/{crop.Crop}/{place}/{year}")
            select (object?[])[.. Kit.Head(regency.Gazetteer.Find(place)), crop.Crop, Numbers.Round(crop.Size * draw.Between(0.5, 1.4), 1), crop.Unit, year]);
        return new(Org, "produksi-hortikultura-2023-2025", "Produksi Hortikultura dan Perkebunan Unggulan Menurut Kecamatan, 2023–2025")
        {
            Notes = "Produksi komoditas unggulan seperti nanas, durian, stroberi, kentang, duku, dan lada di kecamatan penghasilnya. Kecamatan tanpa baris tidak tercatat menghasilkan komoditas itu.",
            Theme = Themes.Economy,
            Tags = ["hortikultura", "perkebunan", "nanas", "durian", "stroberi"],
            Concept = "Produksi hortikultura", Definition = "Hasil panen komoditas hortikultura dan perkebunan selama satu tahun.",
            Measure = "Berat", Unit = "Kuintal", Classification = "Kecamatan; komoditas; tahun", Schedule = "Tahunan", Years = "2023-2025", CodeReference = Kit.CodeReference,
            Resources = [Kit.Csv("produksi-hortikultura-2023-2025", "Produksi hortikultura 2023–2025", "81 baris.", table)],
        };
    }
}
