using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Population and civil registration.</summary>
internal static class Disdukcapil
{
    private const string Org = "disdukcapil";

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        yield return ByDesa(regency);
        yield return ByKecamatan(regency);
        yield return ByAge(regency);
        yield return Monthly(regency);
        yield return Documents(regency);
    }

    private static SampleDataset ByDesa(Regency regency)
    {
        var table = Table.Of(
            Kit.RegencyColumns + " " + Kit.KecamatanColumns + " kemendagri_kode_desa_kelurahan kemendagri_nama_desa_kelurahan jenis_kelamin jumlah_penduduk satuan semester tahun",
            from kecamatan in regency.Kecamatan
            from desa in kecamatan.Desa
            from sex in new[] { "Laki-laki", "Perempuan" }
            select (object?[])[.. Kit.Regency, .. Kit.Head(kecamatan), desa.Code, desa.Name, sex, sex == "Perempuan" ? regency.Women(desa, 2025) : regency.Men(desa, 2025), "jiwa", 2, 2025]);
        return new(Org, "jumlah-penduduk-desa-kelurahan-2025", "Jumlah Penduduk Menurut Desa/Kelurahan dan Jenis Kelamin, Semester II 2025")
        {
            Notes = "Jumlah penduduk terdaftar di 224 desa dan 15 kelurahan menurut jenis kelamin pada akhir Semester II 2025. Kode wilayah disimpan sebagai teks agar titik dan angka nol di depan tidak hilang. "
                + "Jumlah seluruh baris sama dengan dataset penduduk menurut kecamatan pada tahun yang sama.",
            Theme = Themes.Government,
            Tags = ["penduduk", "desa", "kelurahan", "jenis kelamin", "kependudukan"],
            Concept = "Penduduk",
            Definition = "Setiap orang yang terdaftar dalam administrasi kependudukan kabupaten dan memiliki kartu keluarga di wilayah desa atau kelurahan tersebut.",
            Measure = "Jumlah", Unit = "Jiwa", Classification = "Desa/kelurahan; jenis kelamin", Schedule = "Semesteran", Years = "2025",
            CodeReference = Kit.CodeReference, PriorityYear = "2025",
            Resources = Kit.CsvAndXlsx("jumlah-penduduk-desa-kelurahan-2025", "Jumlah penduduk menurut desa/kelurahan 2025", "478 baris: 239 desa/kelurahan menurut jenis kelamin.", table),
        };
    }

    private static SampleDataset ByKecamatan(Regency regency)
    {
        var table = Table.Of(
            Kit.RegencyColumns + " " + Kit.KecamatanColumns + " jenis_kelamin jumlah_penduduk satuan tahun",
            from year in Kit.Years(Regency.FirstYear, Regency.LastYear)
            from kecamatan in regency.Kecamatan
            from sex in new[] { "Laki-laki", "Perempuan" }
            select (object?[])[.. Kit.Regency, .. Kit.Head(kecamatan), sex, sex == "Perempuan" ? regency.Women(kecamatan, year) : regency.Men(kecamatan, year), "jiwa", year]);
        var recap = new OfficialSheet("Rekap 2025")
        {
            Titles = ["REKAPITULASI JUMLAH PENDUDUK, KARTU KELUARGA, DAN KEPADATAN", "KABUPATEN PURBALINGGA SEMESTER II TAHUN 2025", "(DATA CONTOH, BUKAN ANGKA RESMI)"],
            Head = [("No", []), ("Kecamatan", []), ("Penduduk (jiwa)", ["Laki-laki", "Perempuan", "Jumlah"]), ("Kartu Keluarga", []), ("Luas (km²)", []), ("Kepadatan (jiwa/km²)", [])],
            Rows = Kit.Numbered(regency.Kecamatan.Select(k => (object?[])
                [k.Name, regency.Men(k, 2025), regency.Women(k, 2025), regency.People(k, 2025), regency.Households[k.Code], regency.AreaByBig[k.Code], decimal.Round(regency.People(k, 2025) / regency.AreaByBig[k.Code], 2)])),
            Total = ["JUMLAH", null, regency.Kecamatan.Sum(k => regency.Men(k, 2025)), regency.Kecamatan.Sum(k => regency.Women(k, 2025)), Regency.Total(2025), regency.Households.Values.Sum(), 805.757m, decimal.Round(Regency.Total(2025) / 805.757m, 2)],
            Foot = ["Sumber: Dinas Kependudukan dan Pencatatan Sipil Kabupaten Purbalingga (data contoh)", "Catatan: luas wilayah menurut Badan Informasi Geospasial (BIG)."],
            SignedBy = "Kepala Dinas Kependudukan dan Pencatatan Sipil",
            NumbersAsText = true,
        };
        return new(Org, "jumlah-penduduk-kecamatan-2020-2025", "Jumlah Penduduk Menurut Kecamatan dan Jenis Kelamin, 2020–2025")
        {
            Notes = "Deret tahunan jumlah penduduk di 18 kecamatan pada akhir tahun, menurut jenis kelamin. Rekap cetak dalam XLSX memuat pula jumlah kartu keluarga dan kepadatan tahun 2025; bentuknya dibiarkan seperti laporan dinas (judul, kepala tabel bertingkat, baris jumlah, dan tempat tanda tangan).",
            Theme = Themes.Government,
            Tags = ["penduduk", "kecamatan", "jenis kelamin", "kependudukan", "kepadatan"],
            Concept = "Penduduk",
            Definition = "Setiap orang yang terdaftar dalam administrasi kependudukan kabupaten pada akhir tahun.",
            Measure = "Jumlah", Unit = "Jiwa", Classification = "Kecamatan; jenis kelamin; tahun", Schedule = "Tahunan", Years = "2020-2025",
            CodeReference = Kit.CodeReference, PriorityYear = "2025",
            Resources =
            [
                .. Kit.CsvAndXlsx("jumlah-penduduk-kecamatan-2020-2025", "Jumlah penduduk menurut kecamatan 2020–2025", "216 baris: 18 kecamatan, 2 jenis kelamin, 6 tahun.", table),
                Kit.Official("rekap-penduduk-2025", "Rekapitulasi penduduk 2025 (bentuk laporan)", "Laporan seperti dicetak dinas; angka tertulis sebagai teks Indonesia.", recap),
            ],
        };
    }

    private static SampleDataset ByAge(Regency regency)
    {
        var table = Table.Of(
            Kit.KecamatanColumns + " kelompok_umur jenis_kelamin jumlah_penduduk satuan tahun",
            from kecamatan in regency.Kecamatan
            from age in Regency.AgeGroups.Select((name, i) => (name, i))
            from sex in new[] { ("L", "Laki-laki"), ("P", "Perempuan") }
            select (object?[])[.. Kit.Head(kecamatan), age.name, sex.Item2, regency.Ages(kecamatan, sex.Item1)[age.i], "jiwa", 2025]);
        return new(Org, "penduduk-kelompok-umur-2025", "Jumlah Penduduk Menurut Kelompok Umur Lima Tahunan dan Jenis Kelamin, 2025")
        {
            Notes = "Penduduk tiap kecamatan menurut 16 kelompok umur dan jenis kelamin pada akhir 2025, bahan piramida penduduk. Berkas CSV memakai UTF-8 dengan BOM sehingga langsung terbuka baik di Excel. Kelompok `5-9` dan `10-14` adalah teks, bukan tanggal.",
            Theme = Themes.Government,
            Tags = ["penduduk", "kelompok umur", "piramida penduduk", "jenis kelamin"],
            Concept = "Penduduk menurut umur", Definition = "Penduduk terdaftar menurut umur ulang tahun terakhir.",
            Measure = "Jumlah", Unit = "Jiwa", Classification = "Kecamatan; kelompok umur; jenis kelamin", Schedule = "Semesteran", Years = "2025", CodeReference = Kit.CodeReference,
            Resources =
            [
                SampleResource.OfFile("Penduduk menurut kelompok umur 2025 (CSV dengan BOM)", "576 baris, UTF-8 dengan BOM.", "penduduk-kelompok-umur-2025.csv", DelimitedText.CsvWithBom(table)),
                Kit.Official("penduduk-kelompok-umur-2025", "Penduduk menurut kelompok umur 2025 (bentuk laporan)", "Dua lembar: laki-laki dan perempuan, kelompok umur melebar ke samping.", AgeSheet(regency, "L", "Laki-laki"), AgeSheet(regency, "P", "Perempuan")),
            ],
        };
    }

    private static OfficialSheet AgeSheet(Regency regency, string sex, string name) => new(name)
    {
        Titles = ["JUMLAH PENDUDUK " + name.ToUpperInvariant() + " MENURUT KELOMPOK UMUR (DATA CONTOH)", "KABUPATEN PURBALINGGA TAHUN 2025"],
        Head = [("No", []), ("Kecamatan", []), ("Kelompok Umur (tahun)", [.. Regency.AgeGroups]), ("Jumlah", [])],
        Rows = Kit.Numbered(regency.Kecamatan.Select(k => (object?[])[k.Name, .. regency.Ages(k, sex).Cast<object?>(), regency.Ages(k, sex).Sum()])),
        Total = ["JUMLAH", null, .. Regency.AgeGroups.Select((_, i) => (object?)regency.Kecamatan.Sum(k => regency.Ages(k, sex)[i])), regency.Kecamatan.Sum(k => regency.Ages(k, sex).Sum())],
        Foot = ["Sumber: Dinas Kependudukan dan Pencatatan Sipil Kabupaten Purbalingga (data contoh)"],
    };

    private static SampleDataset Monthly(Regency regency)
    {
        var table = Table.Of(
            "kemendagri_kode_kecamatan kemendagri_kode_desa_kelurahan kemendagri_nama_desa_kelurahan tahun bulan kelompok_umur jumlah_penduduk satuan",
            from kecamatan in regency.Kecamatan
            from desa in kecamatan.Desa
            from year in Kit.Years(Regency.FirstYear, Regency.LastYear)
            from month in Enumerable.Range(1, 12)
            from age in regency.PeopleByAge(desa, year, month).Select((people, i) => (people, i))
            select (object?[])[kecamatan.Code, desa.Code, desa.Name, year, month, Regency.BroadAges[age.i], age.people, "jiwa"]);
        return new(Org, "penduduk-bulanan-desa-kelurahan-2020-2025", "Jumlah Penduduk Bulanan Menurut Desa/Kelurahan dan Kelompok Umur, 2020–2025")
        {
            Notes = "Posisi penduduk pada akhir setiap bulan, Januari 2020 sampai Desember 2025, di 239 desa/kelurahan menurut tiga kelompok umur (0–14, 15–64, 65 tahun ke atas). Tabel besar (51.624 baris) untuk analisis deret waktu; posisi Desember sama dengan angka tahunan.",
            Theme = Themes.Government,
            Tags = ["penduduk", "bulanan", "desa", "kelompok umur", "deret waktu"],
            Concept = "Penduduk", Definition = "Penduduk terdaftar pada hari terakhir bulan laporan.",
            Measure = "Jumlah", Unit = "Jiwa", Classification = "Desa/kelurahan; bulan; kelompok umur", Schedule = "Bulanan", Years = "2020-2025", CodeReference = Kit.CodeReference,
            Resources = [Kit.Csv("penduduk-bulanan-desa-kelurahan-2020-2025", "Penduduk bulanan menurut desa/kelurahan 2020–2025", "51.624 baris.", table)],
        };
    }

    private static SampleDataset Documents(Regency regency)
    {
        var rows = new List<object?[]>();
        foreach (var kecamatan in regency.Kecamatan)
        {
            var draw = new Draw("dokumen/" + kecamatan.Code);
            var people = regency.People(kecamatan, 2025);
            // KTP-el from 17 years: two fifths of the group 15-19 are younger.
            var children = Sum(regency, kecamatan, 0, 3) + (Sum(regency, kecamatan, 3, 4) * 2 / 5);
            foreach (var (document, target, low, high) in new[] { ("KTP-el", people - children, 0.985, 0.998), ("Kartu Identitas Anak (KIA)", children, 0.62, 0.84), ("Akta Kelahiran usia di bawah 17 tahun", children, 0.965, 0.992) })
            {
                var owners = (long)(target * draw.Between(low, high));
                rows.Add([.. Kit.Head(kecamatan), document, target, owners, Numbers.Percent(owners, target), 2, 2025]);
            }
        }

        return new(Org, "kepemilikan-dokumen-kependudukan-2025", "Kepemilikan KTP-el, KIA, dan Akta Kelahiran Menurut Kecamatan, 2025")
        {
            Notes = "Jumlah penduduk wajib dokumen, jumlah yang sudah memiliki, dan cakupannya di setiap kecamatan. Wajib KTP-el dan usia anak dihitung dari tabel kelompok umur pada tahun yang sama.",
            Theme = Themes.Government,
            Tags = ["KTP-el", "KIA", "akta kelahiran", "dokumen kependudukan"],
            Concept = "Kepemilikan dokumen kependudukan", Definition = "Penduduk yang telah memiliki dokumen dibagi penduduk yang wajib memilikinya.",
            Measure = "Persentase", Unit = "Persen", Classification = "Kecamatan; jenis dokumen", Schedule = "Semesteran", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = [Kit.Csv("kepemilikan-dokumen-kependudukan-2025", "Kepemilikan dokumen kependudukan 2025", "54 baris: 18 kecamatan, 3 jenis dokumen.", Table.Of(Kit.KecamatanColumns + " jenis_dokumen jumlah_wajib jumlah_memiliki persentase_memiliki semester tahun", rows))],
        };
    }

    private static long Sum(Regency regency, Kecamatan kecamatan, int from, int to) =>
        Enumerable.Range(from, to - from).Sum(i => regency.Ages(kecamatan, "L")[i] + regency.Ages(kecamatan, "P")[i]);
}
