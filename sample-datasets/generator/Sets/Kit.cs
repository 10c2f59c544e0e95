using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>What most tables share: columns of a kecamatan, files in several forms.</summary>
internal static class Kit
{
    /// <summary>Columns that name a kecamatan, in the usual order of Indonesian open data.</summary>
    public const string KecamatanColumns = "bps_kode_kecamatan kemendagri_kode_kecamatan kemendagri_nama_kecamatan";

    public const string RegencyColumns = "kode_provinsi nama_provinsi bps_kode_kabupaten_kota bps_nama_kabupaten_kota";

    public const string CodeReference = "Kode wilayah Kemendagri (Kepmendagri 300.2.2-2430/2025) dan kode wilayah kerja statistik BPS";

    public static object?[] Regency { get; } = ["33", "Jawa Tengah", "3303", "Kabupaten Purbalingga"];

    public static object?[] Head(Kecamatan kecamatan) => [kecamatan.BpsCode, kecamatan.Code, kecamatan.Name];

    /// <summary>Years from the first to the last, both taken.</summary>
    public static IEnumerable<int> Years(int first, int last) => Enumerable.Range(first, last - first + 1);

    /// <summary>Months as 1 to 12 with their names.</summary>
    public static IEnumerable<(int Number, string Name)> Months => Numbers.Months.Select((name, i) => (i + 1, name));

    public static SampleResource Csv(string file, string name, string description, Table table) =>
        SampleResource.OfFile(name, description, file + ".csv", DelimitedText.Csv(table));

    /// <summary>One table twice, as CSV and as a tidy workbook.</summary>
    public static SampleResource[] CsvAndXlsx(string file, string name, string description, Table table) =>
    [
        Csv(file, name + " (CSV)", description, table),
        SampleResource.OfFile(name + " (XLSX)", description + " Isi sama dengan berkas CSV.", file + ".xlsx", Workbooks.Tidy(name, table)),
    ];

    /// <summary>One table of places twice, as CSV and as points.</summary>
    public static SampleResource[] CsvAndPoints(string file, string name, string description, Table table) =>
    [
        Csv(file, name + " (CSV)", description, table),
        SampleResource.OfFile(name + " (GeoJSON)", description + " Titik dalam WGS 84.", file + ".geojson", GeoJson.Points(table)),
    ];

    /// <summary>A sheet of an official workbook.</summary>
    public static SampleResource Official(string file, string name, string description, params OfficialSheet[] sheets) =>
        SampleResource.OfFile(name, description, file + ".xlsx", Workbooks.Official(name, sheets));

    /// <summary>Rows with a running number before them.</summary>
    public static IReadOnlyList<object?[]> Numbered(IEnumerable<object?[]> rows) => [.. rows.Select((row, i) => (object?[])[i + 1, .. row])];

    /// <summary>A place near the middle of a desa, up to some 600 m off, so that two places there do not lie on each other.</summary>
    public static (decimal Latitude, decimal Longitude) Near(Desa desa, string key)
    {
        var draw = new Draw("titik/" + key);
        return (desa.Latitude + Numbers.Round(draw.Between(-0.004, 0.004), 4), desa.Longitude + Numbers.Round(draw.Between(-0.004, 0.004), 4));
    }
}
