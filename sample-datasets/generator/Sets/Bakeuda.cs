using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Public finance.</summary>
internal static class Bakeuda
{
    private const string Org = "bakeuda";

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        yield return Summary();
        yield return ByAgency();
        yield return PropertyTax(regency);
    }

    private static SampleDataset Summary()
    {
        var table = Table.Of(
            "tahun jenis kelompok uraian pagu_rupiah realisasi_rupiah persentase_realisasi",
            from year in Kit.Years(2021, 2025)
            from line in Budget.Of(year)
            select (object?[])[year, line.Kind, line.Group, line.Line, line.Planned, line.Realised, Numbers.Percent(line.Realised, line.Planned)]);
        return new(Org, "ringkasan-apbd-2021-2025", "Ringkasan APBD: Pagu dan Realisasi Pendapatan dan Belanja, 2021–2025")
        {
            Notes = "Pagu setelah perubahan dan realisasi APBD menurut jenis, kelompok, dan uraian. Jumlah belanja 2025 sama dengan jumlah pada dataset realisasi belanja menurut perangkat daerah.",
            Theme = Themes.Government,
            Tags = ["APBD", "anggaran", "pendapatan", "belanja", "keuangan daerah"],
            Concept = "Anggaran pendapatan dan belanja daerah", Definition = "Rencana keuangan tahunan daerah dan pelaksanaannya.",
            Measure = "Nilai", Unit = "Rupiah", Classification = "Jenis; kelompok; uraian; tahun", Schedule = "Tahunan", Years = "2021-2025", PriorityYear = "2025",
            Resources =
            [
                .. Kit.CsvAndXlsx("ringkasan-apbd-2021-2025", "Ringkasan APBD 2021–2025", "85 baris: 17 uraian, 5 tahun.", table),
                SampleResource.OfLink("Buku ringkasan APBD 2025 (PDF)", "Tautan contoh ke dokumen di luar portal; alamatnya tidak aktif.", "PDF", "https://bakeuda.purbalingga.test/dokumen/ringkasan-apbd-2025.pdf"),
            ],
        };
    }

    private static SampleDataset ByAgency()
    {
        var spending = Budget.ByAgency();
        var table = Table.Of(
            "kode_opd nama_opd pagu_rupiah realisasi_rupiah persentase_realisasi tahun",
            spending.Select(s => (object?[])[Known(s.Agency) is null ? null : s.Agency, Known(s.Agency)?.Title ?? s.Agency, s.Planned, s.Realised, Numbers.Percent(s.Realised, s.Planned), 2025]));
        var (planned, realised) = (spending.Sum(s => s.Planned), spending.Sum(s => s.Realised));
        var report = new OfficialSheet("LRA Belanja 2025")
        {
            Titles = ["PEMERINTAH KABUPATEN PURBALINGGA", "LAPORAN REALISASI BELANJA MENURUT PERANGKAT DAERAH", "UNTUK TAHUN YANG BERAKHIR SAMPAI DENGAN 31 DESEMBER 2025", "(DATA CONTOH, BUKAN ANGKA RESMI)"],
            Head = [("No.", []), ("Perangkat Daerah", []), ("Jumlah (Rp)", ["Anggaran setelah Perubahan", "Realisasi"]), ("Sisa (Rp)", []), ("%", [])],
            Rows = Kit.Numbered(spending.Select(s => (object?[])[Known(s.Agency)?.Title ?? s.Agency, s.Planned, s.Realised, s.Planned - s.Realised, Numbers.Percent(s.Realised, s.Planned)])),
            Total = ["JUMLAH BELANJA", null, planned, realised, planned - realised, Numbers.Percent(realised, planned)],
            Foot = ["Sumber: Badan Keuangan Daerah (data contoh, belum diperiksa siapa pun)"],
            SignedBy = "Kepala Badan Keuangan Daerah",
            NumbersAsText = true,
            NumberedColumns = true,
        };
        return new(Org, "realisasi-belanja-opd-2025", "Realisasi Belanja Menurut Perangkat Daerah, 2025")
        {
            Notes = "Pagu dan realisasi belanja tahun 2025 menurut perangkat daerah. Berkas XLSX mengikuti bentuk laporan realisasi anggaran dengan empat baris judul, kepala tabel bertingkat, dan tempat tanda tangan.",
            Theme = Themes.Government,
            Tags = ["APBD", "belanja", "realisasi anggaran", "perangkat daerah"],
            Concept = "Realisasi belanja", Definition = "Pengeluaran kas daerah yang telah dipertanggungjawabkan sampai akhir tahun.",
            Measure = "Nilai", Unit = "Rupiah", Classification = "Perangkat daerah", Schedule = "Triwulanan", Years = "2025",
            Resources =
            [
                Kit.Csv("realisasi-belanja-opd-2025", "Realisasi belanja menurut perangkat daerah 2025 (CSV)", $"{spending.Count} baris.", table),
                Kit.Official("laporan-realisasi-belanja-2025", "Laporan realisasi belanja 2025 (bentuk laporan)", "Empat baris judul; angka teks Indonesia.", report),
            ],
        };
    }

    private static SampleDataset PropertyTax(Regency regency)
    {
        var line = Budget.Of(2025).Single(l => l.Line == Budget.PropertyTax);
        var weights = regency.Kecamatan.Select(k => regency.Households[k.Code] * new Draw("pbb/" + k.Code).Between(0.8, 1.3) * (k.Name is "Purbalingga" or "Kalimanah" ? 1.8 : 1)).ToList();
        var planned = Shares.Of(line.Planned / 1000, weights);
        var realised = Shares.Of(line.Realised / 1000, [.. planned.Select((p, i) => p * new Draw($"pbb/lunas/{i}").Between(0.96, 1.04))]);
        var table = Table.Of(
            Kit.KecamatanColumns + " target_rupiah realisasi_rupiah persentase_realisasi tahun",
            regency.Kecamatan.Select((k, i) => (object?[])[.. Kit.Head(k), planned[i] * 1000, realised[i] * 1000, Numbers.Percent(realised[i], planned[i]), 2025]));
        return new(Org, "realisasi-pbb-p2-kecamatan-2025", "Target dan Realisasi PBB-P2 Menurut Kecamatan, 2025")
        {
            Notes = "Target dan realisasi penerimaan Pajak Bumi dan Bangunan Perdesaan dan Perkotaan di setiap kecamatan. Jumlahnya sama dengan baris PBB-P2 dalam ringkasan APBD 2025.",
            Theme = Themes.Government,
            Tags = ["PBB", "pajak daerah", "pendapatan", "kecamatan"],
            Concept = "Penerimaan PBB-P2", Definition = "Pembayaran PBB-P2 yang masuk ke kas daerah selama tahun anggaran.",
            Measure = "Nilai", Unit = "Rupiah", Classification = "Kecamatan", Schedule = "Bulanan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = Kit.CsvAndXlsx("realisasi-pbb-p2-2025", "Realisasi PBB-P2 2025", "18 kecamatan.", table),
        };
    }

    private static Organization? Known(string agency) => Organizations.All.SingleOrDefault(o => o.Name == agency);
}
