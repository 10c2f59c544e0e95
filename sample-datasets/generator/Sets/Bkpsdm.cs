using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Staff and attendance, in aggregates only.</summary>
internal static class Bkpsdm
{
    /// <summary>Cells of fewer people than this are not published, and neither are those that all or all but so few belong to.</summary>
    public const int Threshold = 5;

    private const string Org = "bkpsdm";

    /// <summary>Civil servants (PNS) and contract staff (PPPK) by agency at the end of 2025.</summary>
    private static readonly (string Org, int Civil, int Contract)[] Staff =
    [
        ("dindikbud", 4_112, 2_906), ("dinkes", 912, 640), ("rsud-goeteng", 318, 186), ("dpupr", 142, 38), ("setda", 168, 24), ("bakeuda", 96, 14), ("dinrumkim", 48, 11),
        ("dinsosdaldukkb3a", 104, 31), ("dinpertan", 121, 54), ("dlh", 88, 36), ("dinkominfo", 46, 22), ("dinhub", 92, 18), ("dinporapar", 58, 14), ("dinperindag", 86, 21),
        ("satpol-pp", 74, 48), ("bappelitbangda", 52, 9), ("bkpsdm", 49, 8), ("disdukcapil", 51, 23), ("dinnaker", 44, 12), ("dpmptsp", 38, 9), ("dinkopukm", 31, 7),
        ("bpbd", 34, 26), ("dinarpus", 29, 10), ("kecamatan-bobotsari", 33, 6),
    ];

    public static IEnumerable<SampleDataset> Build()
    {
        yield return Numbers2025();
        yield return Attendance();
    }

    private static SampleDataset Numbers2025()
    {
        var table = Table.Of(
            "kode_opd nama_opd jenis_pegawai jumlah_pegawai satuan tahun",
            from unit in Staff
            from kind in new[] { ("PNS", unit.Civil), ("PPPK", unit.Contract) }
            select (object?[])[unit.Org, Title(unit.Org), kind.Item1, kind.Item2, "orang", 2025]);
        return new(Org, "jumlah-pegawai-opd-2025", "Jumlah Pegawai Menurut Perangkat Daerah dan Jenis Kepegawaian, 2025")
        {
            Notes = "Jumlah pegawai negeri sipil (PNS) dan pegawai pemerintah dengan perjanjian kerja (PPPK) di perangkat daerah yang menjadi contoh. Tidak memuat data perseorangan.",
            Theme = Themes.Government,
            Tags = ["pegawai", "PNS", "PPPK", "ASN", "kepegawaian"],
            Concept = "Pegawai aparatur sipil negara", Definition = "Pegawai yang aktif pada akhir tahun menurut data kepegawaian.",
            Measure = "Jumlah", Unit = "Orang", Classification = "Perangkat daerah; jenis kepegawaian", Schedule = "Semesteran", Years = "2025",
            Resources = [Kit.Csv("jumlah-pegawai-opd-2025", "Jumlah pegawai menurut perangkat daerah 2025", "48 baris.", table)],
        };
    }

    private static SampleDataset Attendance()
    {
        var rows = new List<(int Month, string Org, int Staff, long Days, long Late, decimal Present)>();
        foreach (var (month, _) in Kit.Months)
        {
            foreach (var (org, civil, contract) in Staff)
            {
                var draw = new Draw($"presensi/{org}/{month}");
                var staff = civil + contract;
                rows.Add((month, org, staff, staff * (long)draw.Whole(19, 22), (long)(staff * draw.Between(0.03, 0.24)), Numbers.Round(draw.Between(93.2, 99.4))));
            }
        }

        var hidden = rows.GroupBy(r => r.Month).SelectMany(g => Hidden([.. g.Select(r => (r.Org, r.Staff, r.Late))]).Select(org => (g.Key, org))).ToHashSet();
        var table = Table.Of(
            "tahun bulan nama_bulan kode_opd nama_opd jumlah_pegawai hari_kerja_pegawai pegawai_pernah_terlambat persentase_kehadiran keterangan",
            rows.Select(r =>
            {
                var hide = hidden.Contains((r.Month, r.Org));
                return (object?[])[2025, r.Month, Numbers.Months[r.Month - 1], r.Org, Title(r.Org), r.Staff, r.Days, hide ? null : r.Late, r.Present, hide ? "disamarkan" : null];
            }));
        var recap = Table.Of(
            "tahun bulan nama_bulan jumlah_pegawai pegawai_pernah_terlambat persentase_terlambat",
            rows.GroupBy(r => r.Month).Select(g => (object?[])[2025, g.Key, Numbers.Months[g.Key - 1], g.Sum(r => r.Staff), g.Sum(r => r.Late), Numbers.Percent(g.Sum(r => r.Late), g.Sum(r => r.Staff))]));
        return new(Org, "rekap-presensi-opd-2025", "Rekapitulasi Presensi Pegawai (E-Presensi) Menurut Perangkat Daerah, 2025")
        {
            Notes = "Rekap kehadiran bulanan menurut perangkat daerah, hanya angka gabungan. Jumlah pegawai yang pernah terlambat **disamarkan** (sel kosong, keterangan `disamarkan`) bila kurang dari 5 orang atau hampir seluruh pegawai; bila dalam satu bulan hanya satu sel yang tersamar, satu sel lain ikut disamarkan agar tidak dapat dihitung balik dari jumlah kabupaten. "
                + "Jumlah pegawai sama dengan dataset jumlah pegawai akhir 2025.",
            Theme = Themes.Government,
            Tags = ["presensi", "E-Presensi", "kehadiran", "ASN", "disiplin"],
            Concept = "Kehadiran pegawai", Definition = "Pegawai yang tercatat hadir dibagi pegawai yang wajib hadir pada hari kerja; terlambat bila masuk setelah pukul 07.30 WIB.",
            Measure = "Jumlah; persentase", Unit = "Orang; persen", Classification = "Perangkat daerah; bulan", Schedule = "Bulanan", Years = "2025",
            Resources =
            [
                .. Kit.CsvAndXlsx("rekap-presensi-opd-2025", "Rekap presensi menurut perangkat daerah 2025", "288 baris: 24 perangkat daerah, 12 bulan.", table),
                Kit.Csv("rekap-presensi-kabupaten-2025", "Rekap presensi kabupaten 2025", "12 bulan, jumlah seluruh perangkat daerah contoh.", recap),
            ],
        };
    }

    /// <summary>Agencies whose figure of a month stays blank, never just one: it could be found from the total.</summary>
    private static IEnumerable<string> Hidden(IReadOnlyList<(string Org, int Staff, long Late)> month)
    {
        var small = month.Where(r => r.Late < Threshold || r.Staff - r.Late < Threshold).ToList();
        return small.Count == 1
            ? [small[0].Org, month.Where(r => r.Org != small[0].Org).OrderBy(r => r.Late).ThenBy(r => r.Org, StringComparer.Ordinal).First().Org]
            : small.Select(r => r.Org);
    }

    private static string Title(string org) => Organizations.All.Single(o => o.Name == org).Title;
}
