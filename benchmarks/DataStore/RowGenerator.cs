using System.Globalization;
using System.Text;

namespace Purbalingga.DataStore.Benchmarks;

/// <summary>Rows of eight columns: number, unique code, one of 18 districts, date, count, amount, some words and a flag.</summary>
internal sealed class RowGenerator(int seed)
{
    public const string Header = "nomor,kode,kecamatan,tanggal,jumlah,nilai,keterangan,aktif";

    public static readonly string[] Districts =
    [
        "Kemangkon", "Bukateja", "Kejobong", "Pengadegan", "Kaligondang", "Purbalingga", "Kalimanah", "Padamara", "Kutasari", "Bojongsari", "Mrebet", "Bobotsari", "Karangreja",
        "Karangjambu", "Karanganyar", "Kertanegara", "Karangmoncol", "Rembang",
    ];

    /// <summary>From common to rare: the first stands in every second row, each later one less often.</summary>
    public static readonly string[] Words =
    [
        "kegiatan", "penduduk", "jalan", "sekolah", "puskesmas", "irigasi", "nanas", "padi", "pasar", "bencana", "gizi", "posyandu", "ternak", "wisata", "sampah", "presensi", "gamelan", "knalpot",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Cells as CSV writes them; none needs quotation marks.</summary>
    public string[] Next(int number)
    {
        var words = new StringBuilder();
        for (var i = 0; i < 4; i++)
        {
            words.Append(i == 0 ? "" : " ").Append(Words[Math.Min(Words.Length - 1, (int)Math.Log2(1 / (1 - _random.NextDouble())))]);
        }

        return
        [
            number.ToString(CultureInfo.InvariantCulture),
            Code(number),
            Districts[_random.Next(Districts.Length)],
            new DateTime(2015, 1, 1).AddDays(_random.Next(4000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _random.Next(100_000).ToString(CultureInfo.InvariantCulture),
            (_random.Next(10_000_000) / 100m).ToString("0.00", CultureInfo.InvariantCulture),
            words.ToString(),
            _random.Next(4) == 0 ? "false" : "true",
        ];
    }

    public static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"K-{number:00000000}");

    /// <summary>The same as one JSON object.</summary>
    public static void Append(StringBuilder json, string[] cells)
    {
        json.Append(CultureInfo.InvariantCulture,
            $"{{\"nomor\":{cells[0]},\"kode\":\"{cells[1]}\",\"kecamatan\":\"{cells[2]}\",\"tanggal\":\"{cells[3]}\",\"jumlah\":{cells[4]},\"nilai\":{cells[5]},\"keterangan\":\"{cells[6]}\",\"aktif\":{cells[7]}}}");
    }
}
