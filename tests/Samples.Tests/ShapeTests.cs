using System.Globalization;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using static Purbalingga.Samples.Tests.SampleFiles;

namespace Purbalingga.Samples.Tests;

/// <summary>The samples must hold the shapes that offices really send, or they show nothing.</summary>
public sealed class ShapeTests
{
    public static TheoryData<string> Workbooks => [.. Paths("*.xlsx")];

    public static TheoryData<string> Maps => [.. Paths("*.geojson")];

    [Fact]
    public void Should_have_workbooks_whose_head_is_not_in_the_first_row()
    {
        var untidy = Paths("*.xlsx").Where(p => Workbook(p)[0].Rows[0].Count(c => c.Length > 0) == 1).ToList();
        Assert.InRange(untidy.Count, 8, 100);
        Assert.Contains(untidy, p => Workbook(p).Exists(s => !s.Visible));
        Assert.InRange(untidy.Count(p => Workbook(p).Count > 1), 2, 100);
        Assert.InRange(untidy.Count(p => Workbook(p)[0].Rows.Exists(r => r.Any(c => c.StartsWith("Sumber", StringComparison.Ordinal)))), 8, 100);
        Assert.InRange(untidy.Count(p => Workbook(p)[0].Rows.Exists(r => r.Any(c => c.StartsWith("NIP. (tidak", StringComparison.Ordinal)))), 5, 100);
        Assert.All(untidy, p => Assert.Contains(Workbook(p)[0].Rows, r => r.Any(c => c.Contains("DATA CONTOH", StringComparison.OrdinalIgnoreCase))));
    }

    [Fact]
    public void Should_write_Indonesian_numbers_as_text()
    {
        var row = Workbook("disdukcapil/jumlah-penduduk-kecamatan-2020-2025/rekap-penduduk-2025.xlsx")[0].Rows.Single(r => r[0] == "JUMLAH");
        Assert.Equal(["JUMLAH", "", "536.866", "520.884", "1.057.750"], row[..5]);
        Assert.Equal("805,76", row[6]);
    }

    [Theory, MemberData(nameof(Workbooks))]
    public void Should_be_a_valid_workbook(string path)
    {
        using var book = SpreadsheetDocument.Open(Path.Combine(Root, path), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => e.Description));
    }

    [Theory, MemberData(nameof(Workbooks))]
    public void Should_hold_in_a_tidy_workbook_what_its_CSV_holds(string path)
    {
        var csv = Path.ChangeExtension(path, ".csv");
        var sheet = Workbook(path)[0];
        if (sheet.Name == "Data")
        {
            var rows = Csv(csv);
            Assert.Equal(rows[0].Keys, sheet.Rows[0]);
            Assert.Equal(rows.Count, sheet.Rows.Count - 1);
            Assert.All(rows.Zip(sheet.Rows.Skip(1)), pair => Assert.All(pair.First.Values.Zip(pair.Second), cells => Assert.True(Same(cells.First, cells.Second), $"{cells.First} is not {cells.Second}")));
        }
        else
        {
            Assert.InRange(sheet.Rows.Count, 2, 200);
        }
    }

    [Fact]
    public void Should_have_delimited_files_of_every_common_kind()
    {
        var excel = File.ReadAllBytes(Path.Combine(Root, "dpupr/jembatan-kabupaten-2025/jembatan-kabupaten-2025.csv"));
        Assert.Throws<DecoderFallbackException>(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(excel));
        Assert.Contains((byte)0x96, excel);
        Assert.Contains("Luas Lantai (m²);", Encoding.Latin1.GetString(excel), StringComparison.Ordinal);
        Assert.Contains(";21,2;", Encoding.Latin1.GetString(excel), StringComparison.Ordinal);
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(Path.Combine(Root, "disdukcapil/penduduk-kelompok-umur-2025/penduduk-kelompok-umur-2025.csv"))[..3]);
        Assert.Equal(145, File.ReadLines(Path.Combine(Root, "dinpertan/populasi-ternak-kecamatan-2025/populasi-ternak-2025.tsv")).Count(l => l.Split('\t').Length == 7));
        Assert.Contains(Paths("*.csv"), p => File.ReadLines(Path.Combine(Root, p)).Count() > 50_000);
    }

    [Fact]
    public void Should_have_an_old_workbook_that_a_reader_reads()
    {
        var rows = Workbook("dinkopukm/koperasi-kecamatan-2025/koperasi-2025.xls")[0].Rows;
        Assert.Equal("DATA KOPERASI MENURUT KECAMATAN", rows[0][0]);
        Assert.Equal(["No", "Kecamatan", "Koperasi (unit)"], rows[4][..3]);
        Assert.Equal(18, rows.Count(r => int.TryParse(r[0], out _)));
    }

    [Theory, MemberData(nameof(Maps))]
    public void Should_place_every_point_in_the_regency(string path)
    {
        var features = Json(path).GetProperty("features").EnumerateArray().ToList();
        Assert.NotEmpty(features);
        Assert.All(features, f =>
        {
            var at = f.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(c => c.GetDecimal()).ToList();
            Assert.InRange(at[0], 109.18m, 109.59m);
            Assert.InRange(at[1], -7.49m, -7.16m);
            Assert.NotEqual(JsonValueKind.Undefined, f.GetProperty("properties").ValueKind);
        });
        Assert.Equal(Csv(Path.ChangeExtension(path, ".csv")).Count, features.Count);
    }

    /// <summary>The same text, number or day; a workbook gives days as dates with a time and codes as text.</summary>
    private static bool Same(string csv, string sheet) =>
        csv == sheet
        || (decimal.TryParse(csv, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(sheet, NumberStyles.Float, CultureInfo.InvariantCulture, out var b) && a == b && !(csv.Length > 1 && csv[0] == '0' && char.IsAsciiDigit(csv[1])))
        || (DateOnly.TryParseExact(csv, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && sheet.StartsWith(day.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private static IEnumerable<string> Paths(string pattern) =>
        DatasetFolders.SelectMany(f => Directory.EnumerateFiles(f, pattern)).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'));
}
