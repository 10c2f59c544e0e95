using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Disasters.</summary>
internal static class Bpbd
{
    private static readonly string[] Kinds = ["Tanah longsor", "Banjir", "Angin kencang", "Kebakaran rumah", "Kekeringan", "Pergerakan tanah"];

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        var events = Events(regency);
        var table = Table.Of(
            "nomor_kejadian tanggal jenis_bencana kemendagri_kode_kecamatan kemendagri_nama_kecamatan kemendagri_kode_desa_kelurahan nama_desa_kelurahan rumah_rusak_ringan rumah_rusak_sedang rumah_rusak_berat perkiraan_kerugian_rupiah lintang bujur",
            events.Select((e, i) => (object?[])[$"{i + 1:D3}/2025", e.Day, e.Kind, e.Kecamatan.Code, e.Kecamatan.Name, e.Desa.Code, e.Desa.Name, e.Houses[0], e.Houses[1], e.Houses[2], e.Loss, e.Desa.Latitude, e.Desa.Longitude]));
        var recap = new OfficialSheet("Rekap Kejadian")
        {
            Titles = ["REKAPITULASI KEJADIAN BENCANA", "BADAN PENANGGULANGAN BENCANA DAERAH KABUPATEN PURBALINGGA", "JANUARI S.D. DESEMBER 2025", "(DATA CONTOH, BUKAN ANGKA RESMI)"],
            Head = [("No", []), ("Kecamatan", []), ("Jenis Bencana (kejadian)", Kinds), ("Jumlah", []), ("Kerugian (Rp)", [])],
            Rows = Kit.Numbered(regency.Kecamatan.Select(k => Row(k.Name, [.. events.Where(e => e.Kecamatan == k)]))),
            Total = ["JUMLAH", .. Row("", events)],
            Foot = ["Sumber: BPBD Kabupaten Purbalingga (data contoh)", "Keterangan: tanda - berarti tidak ada kejadian"],
            SignedBy = "Kepala Pelaksana BPBD",
            NumbersAsText = true,
            NumberedColumns = true,
        };
        yield return new("bpbd", "kejadian-bencana-2025", "Kejadian Bencana Menurut Tanggal dan Lokasi, 2025")
        {
            Notes = "Daftar kejadian bencana sepanjang 2025 dengan jenis, desa, kerusakan rumah, dan perkiraan kerugian, disertai rekap menurut kecamatan dalam bentuk laporan. Titik adalah pusat desa, bukan rumah yang terkena; tidak ada data korban perseorangan.",
            Theme = Themes.Order,
            Tags = ["bencana", "tanah longsor", "banjir", "kebencanaan", "peta"],
            Concept = "Kejadian bencana", Definition = "Peristiwa yang mengancam atau mengganggu kehidupan masyarakat dan dilaporkan kepada BPBD.",
            Measure = "Jumlah", Unit = "Kejadian", Classification = "Jenis bencana; desa/kelurahan; tanggal", Schedule = "Bulanan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources =
            [
                .. Kit.CsvAndPoints("kejadian-bencana-2025", "Kejadian bencana 2025", $"{events.Count} kejadian.", table),
                Kit.Official("rekap-bencana-2025", "Rekap kejadian bencana 2025 (bentuk laporan)", "Empat baris judul, enam jenis bencana melebar ke samping.", recap),
            ],
        };
    }

    private static object?[] Row(string name, List<Happening> events) =>
        [name, .. Kinds.Select(kind => events.Count(e => e.Kind == kind) is var n && n > 0 ? (object?)n : null), events.Count, events.Sum(e => e.Loss)];

    private static List<Happening> Events(Regency regency)
    {
        // Hills in the north and east slide; the flat south floods.
        double[] hills = [0.45, 0.10, 0.22, 0.10, 0.04, 0.09];
        double[] plain = [0.08, 0.38, 0.28, 0.16, 0.10, 0.0];
        string[] steep = ["Karangreja", "Karangjambu", "Karangmoncol", "Rembang", "Kertanegara", "Karanganyar", "Bobotsari", "Kutasari", "Pengadegan", "Kaligondang", "Mrebet", "Bojongsari"];
        var events = new List<Happening>();
        foreach (var kecamatan in regency.Kecamatan)
        {
            var draw = new Draw("bencana/" + kecamatan.Code);
            var weights = steep.Contains(kecamatan.Name) ? hills : plain;
            for (var n = draw.Whole(6, 18); n > 0; n--)
            {
                var kind = Pick(draw.Next(), weights);
                int[] wet = [1, 2, 3, 4, 10, 11, 12];
                int[] dry = [7, 8, 9];
                var month = kind == "Kekeringan" ? draw.Of(dry) : kind == "Kebakaran rumah" ? draw.Whole(1, 12) : draw.Of(wet);
                int[] houses = kind == "Kekeringan" ? [0, 0, 0] : [draw.Whole(0, 9), draw.Whole(0, 3), draw.Whole(0, 1)];
                events.Add(new Happening(new DateOnly(2025, month, draw.Whole(1, 28)), kind, kecamatan, draw.Of(kecamatan.Desa), houses, (houses[0] * 3_500_000L) + (houses[1] * 14_000_000L) + (houses[2] * 42_000_000L)));
            }
        }

        return [.. events.OrderBy(e => e.Day).ThenBy(e => e.Desa.Code, StringComparer.Ordinal)];
    }

    private static string Pick(double at, double[] weights)
    {
        var index = 0;
        while (index < weights.Length - 1 && at >= weights[index])
        {
            at -= weights[index++];
        }

        return Kinds[index];
    }

    private sealed record Happening(DateOnly Day, string Kind, Kecamatan Kecamatan, Desa Desa, int[] Houses, long Loss);
}
