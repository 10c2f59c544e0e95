using System.Collections.Frozen;

namespace Purbalingga.Tables.Typing;

/// <summary>Tells columns of codes and identifiers by their name: their digits are no numbers, also where all of them look like some.</summary>
internal static class CodeLabel
{
    /// <summary>A label that begins so counts or measures, whatever follows: <c>Jumlah KK</c>.</summary>
    private static readonly FrozenSet<string> Measures = FrozenSet.ToFrozenSet(
        ["jumlah", "jml", "banyak", "banyaknya", "total", "persen", "persentase", "rata", "rasio", "nilai", "luas", "target", "realisasi", "anggaran"]);

    /// <summary>Identifiers when the label begins with them.</summary>
    private static readonly FrozenSet<string> Identifiers = FrozenSet.ToFrozenSet(
        ["nik", "nip", "nrp", "nisn", "nis", "npsn", "nss", "nuptk", "npwp", "nop", "nopol", "norek", "nokk", "nohp", "telp", "telepon", "tlp", "whatsapp",
         "isbn", "issn", "kbli", "kbki", "klu", "ikd"]);

    /// <summary>Identifiers when a number of them is meant: <c>No. KK</c>.</summary>
    private static readonly FrozenSet<string> Numbered = FrozenSet.ToFrozenSet(
        ["kk", "ktp", "hp", "telp", "telepon", "tlp", "wa", "whatsapp", "fax", "faks", "induk", "rekening", "rek", "registrasi", "reg", "polisi", "sk", "surat",
         "seri", "rangka", "mesin", "sertifikat", "identitas", "pokok", "objek", "izin", "nib", "nik", "nip", "nrp", "nisn", "npsn", "npwp", "nop", "nss", "akta",
         "peserta", "anggota", "pelanggan", "rm", "rekam"]);

    /// <summary>What an <c>id_</c> of the reference lists names.</summary>
    private static readonly FrozenSet<string> Regions = FrozenSet.ToFrozenSet(
        ["provinsi", "prov", "propinsi", "kabupaten", "kab", "kota", "kecamatan", "kec", "kelurahan", "kel", "desa", "wilayah", "daerah", "skpd", "opd"]);

    public static bool Is(string label)
    {
        var words = Words(label);
        if (words.Count == 0 || Measures.Contains(words[0]))
        {
            return false;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].StartsWith("kode", StringComparison.Ordinal) || words[i] == "kd"
                || (words[i] is "no" or "nomor" or "nmr" && i + 1 < words.Count && Numbered.Contains(words[i + 1]))
                || (words[i] == "id" && i + 1 < words.Count && Regions.Contains(words[i + 1])))
            {
                return true;
            }
        }

        return Identifiers.Contains(words[0]) || (words.Count == 1 && words[0] == "nib");
    }

    private static List<string> Words(string label)
    {
        var words = new List<string>();
        var from = -1;
        for (var i = 0; i <= label.Length && words.Count < 12; i++)
        {
            var inside = i < label.Length && char.IsLetterOrDigit(label[i]);
            if (inside && from < 0)
            {
                from = i;
            }
            else if (!inside && from >= 0)
            {
                words.Add(label[from..i].ToLowerInvariant());
                from = -1;
            }
        }

        return words;
    }
}
