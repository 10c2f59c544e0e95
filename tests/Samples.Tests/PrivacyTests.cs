using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Purbalingga.Samples.Tests;

public sealed partial class PrivacyTests
{
    public static TheoryData<string> Files => [.. SampleFiles.All.Select(f => Path.GetRelativePath(SampleFiles.Root, f).Replace('\\', '/'))];

    [Theory, MemberData(nameof(Files))]
    public void Should_hold_no_number_that_could_belong_to_a_person(string file)
    {
        foreach (var text in Texts(Path.Combine(SampleFiles.Root, file)))
        {
            Assert.DoesNotMatch(IdentityNumber(), text);
            Assert.DoesNotMatch(Phone(), text);
            Assert.All(Email().Matches(text), m => Assert.EndsWith("@example.test", m.Value, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("NIK 3303011203900001")]
    [InlineData("198503122010011002")]
    [InlineData("19850312 201001 1 002")]
    public void Should_know_an_identity_number_when_it_sees_one(string text) => Assert.Matches(IdentityNumber(), text);

    [Theory]
    [InlineData("0812-3456-7890")]
    [InlineData("+62 281 891012")]
    [InlineData("(0281) 891012")]
    public void Should_know_a_phone_number_when_it_sees_one(string text) => Assert.Matches(Phone(), text);

    /// <summary>What a file says: of a workbook every part but its styles, of others their bytes.</summary>
    private static IEnumerable<string> Texts(string path)
    {
        if (Path.GetExtension(path) == ".xls")
        {
            foreach (var sheet in SampleFiles.Workbook(Path.GetRelativePath(SampleFiles.Root, path)))
            {
                yield return string.Join('\n', sheet.Rows.SelectMany(r => r));
            }

            yield break;
        }

        if (Path.GetExtension(path) != ".xlsx")
        {
            yield return Encoding.Latin1.GetString(File.ReadAllBytes(path));
            yield break;
        }

        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries.Where(e => e.FullName.Contains("sharedStrings", StringComparison.Ordinal) || e.FullName.Contains("core", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            yield return reader.ReadToEnd();
        }

        foreach (var entry in zip.Entries.Where(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            yield return string.Join('\n', CellValue().Matches(reader.ReadToEnd()).Select(m => m.Groups[1].Value));
        }
    }

    /// <summary>NIK and KK have 16 digits, a NIP has 18, also in groups of 8, 6, 1 and 3.</summary>
    [GeneratedRegex(@"(?<![\d.])\d{16}(?!\d)|(?<![\d.])\d{18}(?!\d)|\b\d{8} \d{6} \d \d{3}\b")]
    private static partial Regex IdentityNumber();

    [GeneratedRegex(@"(?<![\d.])08\d{2}[- ]?\d{3,4}[- ]?\d{3,5}(?!\d)|\+62[\d -]{8,}|\(0\d{2,3}\) ?\d{5,}")]
    private static partial Regex Phone();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+")]
    private static partial Regex Email();

    [GeneratedRegex("<(?:\\w+:)?v>([^<]*)</")]
    private static partial Regex CellValue();
}
