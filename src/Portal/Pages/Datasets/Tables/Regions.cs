using Purbalingga.Catalog.Regions;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Districts and villages of the regency for charts and maps: their names, and a point in each.</summary>
internal static class Regions
{
    private static readonly RegionCodes Codes = new();

    public static IReadOnlyList<Region> Districts { get; } = [.. Codes.All.Where(r => r.Level == "kecamatan")];

    /// <summary>A place by its code of the Ministry of Home Affairs, dots or not; null for codes of other regencies and what is no code.</summary>
    public static Region? Find(string code) => Codes.Find(code, RegionSystem.Kemendagri) is (RegionFinding.Known, { } region) ? region : null;

    /// <summary>The column that says by code which district or village a row is about: the finest one first.</summary>
    public static TableField? ColumnOf(IReadOnlyList<TableField> fields) =>
        fields.FirstOrDefault(f => IsCode(f, "desa")) ?? fields.FirstOrDefault(f => IsCode(f, "kecamatan")) ?? fields.FirstOrDefault(f => IsCode(f, "wilayah"));

    // The codes of the statistics office have other numbers
    private static bool IsCode(TableField field, string of)
    {
        var name = field.Id.ToLowerInvariant();
        return name.Contains("kode", StringComparison.Ordinal) && name.Contains(of, StringComparison.Ordinal) && !name.Contains("bps", StringComparison.Ordinal);
    }
}
