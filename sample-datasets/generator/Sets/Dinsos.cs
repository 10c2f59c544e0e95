using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Social welfare.</summary>
internal static class Dinsos
{
    private const string Org = "dinsosdaldukkb3a";

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        yield return Deciles(regency);
        yield return Aid(regency);
        yield return FamilyPlanning(regency);
    }

    /// <summary>Families in the lowest four tenths of welfare, by tenth.</summary>
    private static long[] PoorFamilies(Regency regency, Kecamatan kecamatan)
    {
        var draw = new Draw("dtks/" + kecamatan.Code);
        return [.. Enumerable.Range(1, 4).Select(_ => (long)(regency.Households[kecamatan.Code] * draw.Between(0.085, 0.125)))];
    }

    private static SampleDataset Deciles(Regency regency)
    {
        var table = Table.Of(
            Kit.KecamatanColumns + " desil jumlah_keluarga satuan tahun",
            from kecamatan in regency.Kecamatan
            from decile in PoorFamilies(regency, kecamatan).Select((families, i) => (families, i))
            select (object?[])[.. Kit.Head(kecamatan), $"Desil {decile.i + 1}", decile.families, "keluarga", 2025]);
        var recap = new OfficialSheet("Rekap")
        {
            Titles = ["KELUARGA MENURUT DESIL KESEJAHTERAAN", "KABUPATEN PURBALINGGA TAHUN 2025 (DATA CONTOH)"],
            Head = [("No", []), ("Kecamatan", []), ("Desil Kesejahteraan (keluarga)", ["1", "2", "3", "4"]), ("Jumlah", []), ("% dari seluruh KK", [])],
            Rows = Kit.Numbered(regency.Kecamatan.Select(k => (object?[])[k.Name, .. PoorFamilies(regency, k).Cast<object?>(), PoorFamilies(regency, k).Sum(), Numbers.Percent(PoorFamilies(regency, k).Sum(), regency.Households[k.Code])])),
            Total =
            [
                "JUMLAH", null, .. Enumerable.Range(0, 4).Select(i => (object?)regency.Kecamatan.Sum(k => PoorFamilies(regency, k)[i])),
                regency.Kecamatan.Sum(k => PoorFamilies(regency, k).Sum()), Numbers.Percent(regency.Kecamatan.Sum(k => PoorFamilies(regency, k).Sum()), regency.Households.Values.Sum()),
            ],
            Foot = ["Sumber: Dinsosdaldukkb3a Kabupaten Purbalingga (data contoh)", "Catatan: hanya rekapitulasi; tidak memuat nama atau nomor identitas siapa pun."],
            NumbersAsText = true,
            SignedBy = "Kepala Dinas Sosial, Dalduk KB dan P3A",
        };
        var notes = new OfficialSheet("Keterangan")
        {
            Head = [("Istilah", []), ("Penjelasan", [])],
            Rows = [["Desil 1", "Sepersepuluh keluarga dengan kesejahteraan terendah"], ["Desil 4", "Batas atas keluarga yang dapat diusulkan menerima bantuan"], ["KK", "Kartu keluarga terdaftar pada akhir tahun"]],
        };
        return new(Org, "keluarga-desil-kesejahteraan-2025", "Jumlah Keluarga Menurut Desil Kesejahteraan dan Kecamatan, 2025")
        {
            Notes = "Rekapitulasi data terpadu kesejahteraan sosial: jumlah keluarga pada desil 1 sampai 4 di setiap kecamatan. Hanya angka rekap; data nama dan alamat tidak pernah dibuka.",
            Theme = Themes.Welfare,
            Tags = ["DTKS", "kemiskinan", "desil", "keluarga", "kesejahteraan"],
            Concept = "Desil kesejahteraan", Definition = "Pembagian keluarga ke dalam sepuluh kelompok sama banyak menurut peringkat kesejahteraan nasional.",
            Measure = "Jumlah", Unit = "Keluarga", Classification = "Kecamatan; desil", Schedule = "Semesteran", Years = "2025", CodeReference = Kit.CodeReference, PriorityYear = "2025",
            Resources =
            [
                Kit.Csv("keluarga-desil-kesejahteraan-2025", "Keluarga menurut desil 2025 (CSV)", "72 baris: 18 kecamatan, 4 desil.", table),
                Kit.Official("rekap-desil-2025", "Rekap desil kesejahteraan 2025 (bentuk laporan)", "Dua lembar: rekap dan keterangan istilah.", recap, notes),
            ],
        };
    }

    private static SampleDataset Aid(Regency regency)
    {
        var table = Table.Of(
            Kit.KecamatanColumns + " program triwulan jumlah_keluarga_penerima satuan tahun",
            from kecamatan in regency.Kecamatan
            let poor = PoorFamilies(regency, kecamatan)
            from program in new[] { ("Program Keluarga Harapan (PKH)", 0.46), ("Program Sembako (BPNT)", 0.72), ("Bantuan Langsung Tunai Dana Desa", 0.07) }
            let draw = new Draw($"bansos/{kecamatan.Code}/{program.Item1}")
            let share = program.Item2 * draw.Between(0.94, 1.06)
            from quarter in Enumerable.Range(1, 4)
            select (object?[])[.. Kit.Head(kecamatan), program.Item1, quarter, (long)(poor.Sum() * share * (1 - (0.006 * (quarter - 1)))), "keluarga", 2025]);
        return new(Org, "penerima-bantuan-sosial-2025", "Keluarga Penerima Bantuan Sosial Menurut Program dan Kecamatan, 2025")
        {
            Notes = "Jumlah keluarga penerima manfaat setiap triwulan menurut program. Satu keluarga dapat menerima lebih dari satu program, sehingga angka antarprogram tidak boleh dijumlahkan.",
            Theme = Themes.Welfare,
            Tags = ["bantuan sosial", "PKH", "BPNT", "BLT"],
            Concept = "Keluarga penerima manfaat", Definition = "Keluarga yang menerima penyaluran bantuan pada triwulan laporan.",
            Measure = "Jumlah", Unit = "Keluarga", Classification = "Kecamatan; program; triwulan", Schedule = "Triwulanan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = Kit.CsvAndXlsx("penerima-bantuan-sosial-2025", "Penerima bantuan sosial 2025", "216 baris.", table),
        };
    }

    private static SampleDataset FamilyPlanning(Regency regency)
    {
        var table = Table.Of(
            Kit.KecamatanColumns + " jumlah_pasangan_usia_subur jumlah_peserta_kb_aktif persentase_peserta_kb_aktif tahun",
            regency.Kecamatan.Select(k =>
            {
                var draw = new Draw("kb/" + k.Code);
                var couples = (long)(regency.Households[k.Code] * draw.Between(0.56, 0.62));
                var active = (long)(couples * draw.Between(0.70, 0.80));
                return (object?[])[.. Kit.Head(k), couples, active, Numbers.Percent(active, couples), 2025];
            }));
        return new(Org, "peserta-kb-aktif-2025", "Peserta Keluarga Berencana Aktif Menurut Kecamatan, 2025")
        {
            Notes = "Jumlah pasangan usia subur dan peserta KB aktif di setiap kecamatan pada akhir 2025.",
            Theme = Themes.Welfare,
            Tags = ["keluarga berencana", "KB", "pasangan usia subur"],
            Concept = "Peserta KB aktif", Definition = "Pasangan usia subur yang sedang memakai salah satu cara kontrasepsi.",
            Measure = "Persentase", Unit = "Persen", Classification = "Kecamatan", Schedule = "Tahunan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = [Kit.Csv("peserta-kb-aktif-2025", "Peserta KB aktif 2025", "18 kecamatan.", table)],
        };
    }
}
