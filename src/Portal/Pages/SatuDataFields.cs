using System.Collections.Frozen;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages;

/// <summary>Extras of a dataset under the labels of Satu Data Indonesia (standard, metadata, access, producer).</summary>
internal static class SatuDataFields
{
    /// <summary>Extras that have a label in the texts (<c>extra.KEY</c>), in the order shown.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "konsep", "definisi", "klasifikasi", "ukuran", "satuan", "jadwal_pemutakhiran", "tahun", "cakupan_wilayah", "accessRights", "prioritas_tahun",
        "produsen_data_name", "produsen_data_province_code", "produsen_data_city_code", "language", "kodereferensi", "interpretasi", "metode_perhitungan", "rumus",
        "level_estimasi", "id_mskeg", "id_msind", "sumber",
    ];

    /// <summary>Shapes on a map are for machines; people get the API.</summary>
    private static readonly FrozenSet<string> Hidden = new[] { "spatial", "guid", "harvest_object_id", "harvest_source_id" }.ToFrozenSet();

    private static readonly FrozenDictionary<string, int> Order = Known.Select((key, place) => (key, place)).ToFrozenDictionary(p => p.key, p => p.place);

    public static IReadOnlyList<(string Label, string Value)> Label(IEnumerable<ExtraInfo> extras, PageLanguage language) =>
    [
        .. extras.Where(e => !Hidden.Contains(e.Key) && !string.IsNullOrWhiteSpace(e.Value))
            .OrderBy(e => Order.GetValueOrDefault(e.Key, int.MaxValue)).ThenBy(e => e.Key, StringComparer.Ordinal)
            .Select(e => (Texts.Find(language.Language, "extra." + e.Key) ?? Plain(e.Key), e.Key == "language" ? LanguageName(e.Value!, language) : e.Value!)),
    ];

    private static string Plain(string key)
    {
        var words = key.Replace('_', ' ').Trim();
        return words.Length == 0 ? key : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string LanguageName(string code, PageLanguage language) => Texts.Find(language.Language, "languagename." + code) ?? code;
}
