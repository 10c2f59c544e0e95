using System.Text.RegularExpressions;

namespace Purbalingga.Tables.Shaping;

/// <summary>Words by which totals, notes and signature blocks are told.</summary>
internal static partial class FootWords
{
    /// <summary>Totals are short, and what tells a note or signature stands at its beginning; so no text made against the patterns is ever long.</summary>
    private const int MaxLength = 200;
    private const int MaxPhrase = 80;

    public static bool IsTotal(string text) => text.Length <= MaxLength && Total().IsMatch(text);

    /// <summary><c>JUMLAH BELANJA</c>, <c>Rata-rata kecamatan</c>: a total where it stands at the foot and its numbers say so, else a label as any other.</summary>
    public static bool MayBeTotal(string text) => text.Length <= MaxPhrase && Phrase().IsMatch(text);

    /// <summary><c>Kab. Purbalingga</c> under its districts: a total where its numbers are their sums.</summary>
    public static bool IsArea(string text) => text.Length <= MaxPhrase && Area().IsMatch(text);

    public static bool IsNote(string text) => Note().IsMatch(text.AsSpan(0, Math.Min(text.Length, MaxLength)));

    public static bool IsSignature(string text) => Signature().IsMatch(text.AsSpan(0, Math.Min(text.Length, MaxLength)));

    [GeneratedRegex(@"^\s*((grand|sub)\s*[- ]?\s*)?(total|jumlah|jml)\.?(\s*(/\s*)?(total|jumlah|seluruh(nya)?|keseluruhan|kabupaten|kab\.?( purbalingga)?))?\s*:?\s*$|^\s*(rata[- ]rata|rerata|average|mean)\s*:?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Total();

    [GeneratedRegex(@"^\s*((grand|sub)\s*[- ]?\s*)?(total|jumlah|jml|rata[- ]rata|rerata|average)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phrase();

    [GeneratedRegex(@"^\s*(kab\.|kab\b|kabupaten|kota|kec\.|kecamatan|prov\.|provinsi|nasional|indonesia)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Area();

    [GeneratedRegex(@"^\s*(\*+\)?|\d?\)?\s*(sumber|source|catatan|keterangan|ket|note|notes|cat|nb|n\.b|data diolah|dicetak|diunduh|update|diperbarui|tanggal cetak)\b\s*[.:]?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Note();

    [GeneratedRegex(@"^\s*(mengetahui|menyetujui|disetujui|nip\b|nrp\b|a\.?n\.?\s|plt\.?\s|plh\.?\s|kepala\s+(dinas|badan|bidang|bagian|seksi|sub|desa|kantor|upt)|camat\b|lurah\b|bupati\b|sekretaris\b|pembina\b|penata\b|pengelola\b|operator\b|yang (membuat|melaporkan))|^\s*[A-Z][A-Za-z ]{2,30},\s*(\d{1,2}\s+)?(\.{2,}|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Signature();
}
