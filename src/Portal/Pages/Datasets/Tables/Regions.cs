using System.Collections.Frozen;
using System.Globalization;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Districts and villages of the regency by the code of the Ministry of Home Affairs, from the sample data's reference list: names and a point in each.</summary>
internal static class Regions
{
    private const string Resource = "wilayah-33.03.csv";

    private static readonly FrozenDictionary<string, Region> ByCode = Read();

    public static IReadOnlyList<Region> Districts { get; } = [.. ByCode.Values.Where(r => r.Level == "kecamatan").OrderBy(r => r.Code, StringComparer.Ordinal)];

    /// <summary>A place by its code, dots or not; null for codes of other regencies and what is no code.</summary>
    public static Region? Find(string code) => ByCode.GetValueOrDefault(Key(code));

    /// <summary>The column that says by code which district or village a row is about: the finest one first.</summary>
    public static TableField? ColumnOf(IReadOnlyList<TableField> fields) =>
        fields.FirstOrDefault(f => IsCode(f, "desa")) ?? fields.FirstOrDefault(f => IsCode(f, "kecamatan")) ?? fields.FirstOrDefault(f => IsCode(f, "wilayah"));

    // The codes of the statistics office have other numbers
    private static bool IsCode(TableField field, string of)
    {
        var name = field.Id.ToLowerInvariant();
        return name.Contains("kode", StringComparison.Ordinal) && name.Contains(of, StringComparison.Ordinal) && !name.Contains("bps", StringComparison.Ordinal);
    }

    private static string Key(string code) => code.Replace(".", "", StringComparison.Ordinal).Trim();

    private static FrozenDictionary<string, Region> Read()
    {
        using var stream = typeof(Regions).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var regions = new List<Region>();
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split(',');
            regions.Add(new Region(cells[0], cells[1], cells[2], double.Parse(cells[3], CultureInfo.InvariantCulture), double.Parse(cells[4], CultureInfo.InvariantCulture)));
        }

        return regions.ToFrozenDictionary(r => Key(r.Code));
    }
}
