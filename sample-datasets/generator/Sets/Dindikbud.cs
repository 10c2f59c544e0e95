using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Schools and pupils.</summary>
internal static class Dindikbud
{
    private const string Org = "dindikbud";

    /// <summary>Levels: name, five-year age group most pupils are in, share of it that goes there, pupils a school, pupils a teacher.</summary>
    private static readonly (string Name, int Age, double Share, int School, int Teacher)[] Levels =
        [("PAUD/TK", 0, 0.33, 45, 13), ("SD", 1, 0.96, 155, 17), ("SMP", 2, 0.44, 330, 16)];

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        var counts = Counts(regency);
        yield return Pupils(counts);
        yield return JuniorHighSchools(regency, counts);
        yield return Participation(regency, counts);
    }

    private static List<Count> Counts(Regency regency) =>
        [.. from year in Kit.Years(2021, 2025)
            from kecamatan in regency.Kecamatan
            from level in Levels
            from isPublic in new[] { true, false }
            let draw = new Draw($"sekolah/{kecamatan.Code}/{level.Name}/{isPublic}")
            let publicShare = level.Name == "PAUD/TK" ? 0.06 : level.Name == "SD" ? 0.93 : 0.72
            let pupilsThen = Pupils(regency, kecamatan, level, year)
            let pupilsNow = Pupils(regency, kecamatan, level, 2025)
            let share = isPublic ? publicShare : 1 - publicShare
            let schools = Math.Max(1, (long)(pupilsNow * share / level.School * draw.Between(0.9, 1.1)))
            let part = (long)(pupilsThen * publicShare)
            let pupils = isPublic ? part : pupilsThen - part
            select new Count(year, kecamatan, level.Name, isPublic, schools, pupils, (long)(pupils / (level.Teacher * draw.Between(0.9, 1.1))))];

    private static long Pupils(Regency regency, Kecamatan kecamatan, (string Name, int Age, double Share, int School, int Teacher) level, int year)
    {
        // SD spans ages 7-12, one year more than a five-year group; the pupils of earlier years follow the population.
        var age = regency.Ages(kecamatan, "L")[level.Age] + regency.Ages(kecamatan, "P")[level.Age];
        var span = level.Name == "SD" ? 1.12 : 1;
        return (long)(age * level.Share * span * regency.People(kecamatan, year) / regency.People(kecamatan, 2025));
    }

    private static SampleDataset Pupils(List<Count> counts)
    {
        var table = Table.Of(
            Kit.KecamatanColumns + " jenjang status_sekolah jumlah_sekolah jumlah_siswa jumlah_guru tahun_ajaran tahun",
            counts.Select(c => (object?[])[.. Kit.Head(c.Kecamatan), c.Level, c.IsPublic ? "Negeri" : "Swasta", c.Schools, c.Pupils, c.Teachers, $"{c.Year}/{c.Year + 1}", c.Year]));
        var now = counts.Where(c => c.Year == 2025).ToList();
        var recap = new OfficialSheet("TA 2025-2026")
        {
            Titles = ["REKAPITULASI SEKOLAH, SISWA DAN GURU", "DINAS PENDIDIKAN DAN KEBUDAYAAN KABUPATEN PURBALINGGA", "TAHUN AJARAN 2025/2026 (DATA CONTOH)"],
            Head = [("No", []), ("Kecamatan", []), .. Levels.Select(l => (l.Name, new[] { "Sekolah", "Siswa", "Guru" }))],
            Rows = Kit.Numbered(now.GroupBy(c => c.Kecamatan).Select(g => (object?[])[g.Key.Name, .. Levels.SelectMany(l => Sums(g.Where(c => c.Level == l.Name)))])),
            Total = ["JUMLAH", null, .. Levels.SelectMany(l => Sums(now.Where(c => c.Level == l.Name)))],
            Foot = ["Sumber: Dinas Pendidikan dan Kebudayaan (data contoh)", "Ket.: SMA/SMK menjadi kewenangan provinsi dan tidak termasuk"],
            SignedBy = "Kepala Dinas Pendidikan dan Kebudayaan",
            Indent = 1,
        };
        return new(Org, "sekolah-siswa-guru-kecamatan-2021-2025", "Jumlah Sekolah, Siswa, dan Guru Menurut Kecamatan dan Jenjang, 2021–2025")
        {
            Notes = "Jumlah satuan pendidikan, peserta didik, dan pendidik PAUD/TK, SD, dan SMP di setiap kecamatan menurut status sekolah. SMA dan SMK menjadi kewenangan provinsi sehingga tidak termasuk.",
            Theme = Themes.Education,
            Tags = ["sekolah", "siswa", "guru", "pendidikan", "SD", "SMP"],
            Concept = "Satuan pendidikan, peserta didik, dan pendidik", Definition = "Keadaan pada awal tahun ajaran menurut data pokok pendidikan.",
            Measure = "Jumlah", Unit = "Unit; orang", Classification = "Kecamatan; jenjang; status sekolah; tahun", Schedule = "Tahunan", Years = "2021-2025", CodeReference = Kit.CodeReference, PriorityYear = "2025",
            Resources =
            [
                .. Kit.CsvAndXlsx("sekolah-siswa-guru-2021-2025", "Sekolah, siswa, dan guru 2021–2025", "540 baris.", table),
                Kit.Official("rekap-sekolah-2025-2026", "Rekap tahun ajaran 2025/2026 (bentuk laporan)", "Tabel dimulai di kolom B, kepala tabel bertingkat, baris jumlah.", recap),
            ],
        };
    }

    private static IEnumerable<object?> Sums(IEnumerable<Count> counts)
    {
        var list = counts.ToList();
        return [list.Sum(c => c.Schools), list.Sum(c => c.Pupils), list.Sum(c => c.Teachers)];
    }

    private static SampleDataset JuniorHighSchools(Regency regency, List<Count> counts)
    {
        var rows = new List<object?[]>();
        foreach (var count in counts.Where(c => c.Year == 2025 && c.Level == "SMP" && c.IsPublic))
        {
            var pupils = Shares.Of(count.Pupils, [.. Enumerable.Range(1, (int)count.Schools).Select(n => new Draw($"smp/{count.Kecamatan.Code}/{n}").Between(0.7, 1.3))]);
            for (var n = 1; n <= count.Schools; n++)
            {
                var desa = count.Kecamatan.Desa[(new Draw("smp/desa/" + count.Kecamatan.Code).Whole(0, 3) + (n * 2)) % count.Kecamatan.Desa.Count];
                var name = $"SMP Negeri {n} {count.Kecamatan.Name}";
                var (latitude, longitude) = Kit.Near(desa, name);
                rows.Add([.. Kit.Head(count.Kecamatan), desa.Code, name, "Negeri", pupils[n - 1], new Draw(name).Next() < 0.35 ? "A" : "B", latitude, longitude, 2025]);
            }
        }

        var table = Table.Of(Kit.KecamatanColumns + " kemendagri_kode_desa_kelurahan nama_sekolah status_sekolah jumlah_siswa akreditasi lintang bujur tahun", rows);
        return new(Org, "lokasi-smp-negeri-2025", "Lokasi SMP Negeri dan Jumlah Siswanya, 2025")
        {
            Notes = "Daftar contoh SMP negeri di setiap kecamatan dengan titik lokasi dan jumlah siswa. Banyaknya sekolah dan siswa sama dengan rekap menurut kecamatan pada tahun ajaran 2025/2026. Nama, akreditasi, dan titik adalah rekaan.",
            Theme = Themes.Education,
            Tags = ["sekolah", "SMP", "lokasi", "peta", "pendidikan"],
            Concept = "Sekolah menengah pertama negeri", Definition = "Satuan pendidikan dasar lanjutan yang diselenggarakan pemerintah daerah.",
            Measure = "Jumlah", Unit = "Unit", Classification = "Kecamatan", Schedule = "Tahunan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = Kit.CsvAndPoints("lokasi-smp-negeri-2025", "Lokasi SMP negeri 2025", $"{rows.Count} sekolah.", table),
        };
    }

    private static SampleDataset Participation(Regency regency, List<Count> counts)
    {
        var table = Table.Of(
            "tahun jenjang kelompok_usia jumlah_siswa angka_partisipasi_kasar angka_partisipasi_murni satuan",
            from year in Kit.Years(2021, 2025)
            from level in new[] { ("SD", "7-12"), ("SMP", "13-15") }
            let draw = new Draw($"apk/{level.Item1}/{year}")
            let gross = Numbers.Round(draw.Between(level.Item1 == "SD" ? 101.5 : 92.0, level.Item1 == "SD" ? 105.0 : 97.5))
            select (object?[])[year, level.Item1, level.Item2 + " tahun", counts.Where(c => c.Year == year && c.Level == level.Item1).Sum(c => c.Pupils), gross, Numbers.Round((double)gross * draw.Between(0.88, 0.93)), "persen"]);
        return new(Org, "angka-partisipasi-sekolah-2021-2025", "Angka Partisipasi Kasar dan Murni SD dan SMP, 2021–2025")
        {
            Notes = "Angka partisipasi kasar (APK) dan murni (APM) tingkat kabupaten untuk jenjang SD dan SMP. Jumlah siswa sama dengan rekap sekolah, siswa, dan guru pada tahun yang sama.",
            Theme = Themes.Education,
            Tags = ["APK", "APM", "partisipasi sekolah", "pendidikan"],
            Concept = "Partisipasi sekolah", Definition = "Siswa suatu jenjang (APK: semua umur; APM: umur resmi) dibagi penduduk umur resmi jenjang itu.",
            Measure = "Persentase", Unit = "Persen", Classification = "Jenjang; tahun", Schedule = "Tahunan", Years = "2021-2025",
            Resources = [Kit.Csv("angka-partisipasi-sekolah-2021-2025", "APK dan APM 2021–2025", "10 baris.", table)],
        };
    }

    private sealed record Count(int Year, Kecamatan Kecamatan, string Level, bool IsPublic, long Schools, long Pupils, long Teachers);
}
