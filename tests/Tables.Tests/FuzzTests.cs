using System.Diagnostics;
using System.Text;
using Purbalingga.Tables.Planning;
using Purbalingga.Tables.Sniffing;

namespace Purbalingga.Tables.Tests;

/// <summary>Damaged files, made from whole ones with a fixed seed: an error for people or a table, never another exception.</summary>
public sealed class FuzzTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(1.5);

    [Theory]
    [InlineData("penduduk-libreoffice.xlsx", 1)]
    [InlineData("penduduk-libreoffice.xls", 2)]
    [InlineData("penduduk-libreoffice.ods", 3)]
    [InlineData("penduduk-libreoffice.csv", 4)]
    [InlineData("html-disimpan-sebagai.xls", 5)]
    public async Task Should_meet_any_damage_with_a_table_or_a_message(string name, int seed)
    {
        var whole = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Files", name));
        await MutateAsync(whole, new Random(seed), 1500, name);
    }

    [Theory]
    [InlineData("records.json", 11)]
    [InlineData("answer-of-an-api.json", 12)]
    [InlineData("points.geojson", 13)]
    [InlineData("lines.ndjson", 14)]
    [InlineData("packed.zip", 15)]
    [InlineData("packed.csv.gz", 16)]
    [InlineData("everything-around.csv", 17)]
    public async Task Should_meet_any_damage_of_an_ugly_table_with_a_table_or_a_message(string name, int seed)
    {
        var whole = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Ugly", "files", name));
        await MutateAsync(whole, new Random(seed), 1500, name);
    }

    [Fact]
    public async Task Should_meet_damage_inside_the_parts_of_a_workbook()
    {
        var random = new Random(6);
        const string rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>nama</t></is></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>a</v></c><c r=\"B2\" s=\"3\"><v>12</v></c></row><row r=\"3\"><c r=\"A3\" t=\"b\"><v>1</v></c><c r=\"B3\" s=\"1\"><v>45000</v></c></row>";
        const string merges = "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>";
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < 1500 && clock.Elapsed < Budget; round++)
        {
            await TryAsync(WorkbookReadingTests.Workbook(Damage(rows, random), behind: Damage(merges, random)), $"round {round}");
        }
    }

    private static async Task MutateAsync(byte[] whole, Random random, int rounds, string name)
    {
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < rounds && clock.Elapsed < Budget; round++)
        {
            var bytes = (byte[])whole.Clone();
            switch (random.Next(4))
            {
                case 0:
                    bytes = bytes[..random.Next(bytes.Length)];
                    break;
                case 1:
                    var at = random.Next(bytes.Length);
                    random.NextBytes(bytes.AsSpan(at, Math.Min(random.Next(1, 200), bytes.Length - at)));
                    break;
                case 2:
                    var from = random.Next(bytes.Length);
                    var length = Math.Min(random.Next(1, 500), bytes.Length - from);
                    bytes = [.. bytes[..from], .. bytes[(from + length)..]];
                    break;
                default:
                    for (var flips = random.Next(1, 20); flips > 0; flips--)
                    {
                        bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                    }

                    break;
            }

            await TryAsync(new MemoryStream(bytes), $"{name} round {round}");
        }
    }

    private static string Damage(string xml, Random random)
    {
        var text = new StringBuilder(xml);
        for (var changes = random.Next(0, 4); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(3))
            {
                case 0:
                    text[at] = (char)random.Next(1, 128);
                    break;
                case 1:
                    text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
                    break;
                default:
                    text.Insert(at, random.Next(0, 3) switch { 0 => "9", 1 => "<c>", _ => "Z" });
                    break;
            }
        }

        return text.ToString();
    }

    private static async Task TryAsync(MemoryStream source, string what)
    {
        using var tooLong = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await FileSniffer.SniffAsync(source, "data.csv", tooLong.Token);
            await TablePreviews.ReadAsync(source, ct: tooLong.Token);
            await TableConversion.ConvertAsync(source, TargetFormat.Csv, Stream.Null, ct: tooLong.Token);
            var plan = await TablePlanner.PlanAsync(source, ct: tooLong.Token);
            foreach (var table in plan.Tables)
            {
                Assert.Equal(table.Rows, await PlannedRows.ReadAsync(source, table, ct: tooLong.Token).LongCountAsync(tooLong.Token));
            }
        }
        catch (TableReadException error)
        {
            Assert.NotEmpty(error.Text.Indonesian);
            Assert.NotEmpty(error.Text.English);
        }
        catch (Exception error)
        {
            Assert.Fail($"{what}: {error}");
        }
    }
}
