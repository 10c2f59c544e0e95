using System.Text.Json;
using Purbalingga.Tables.Planning;

namespace Purbalingga.Tables.Tests.Ugly;

/// <summary>Tables as offices send them, each with the table it holds or the message its owner must get; made by <c>make-ugly.py</c>.</summary>
public sealed class UglyTests
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Ugly");
    private static readonly Dictionary<string, JsonElement> Expected =
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(Path.Combine(Root, "expected.json")))!;

    public static TheoryData<string> Tables => [.. Expected.Where(pair => !pair.Value.TryGetProperty("error", out _)).Select(pair => pair.Key)];

    public static TheoryData<string> Refused => [.. Expected.Where(pair => pair.Value.TryGetProperty("error", out _)).Select(pair => pair.Key)];

    /// <summary>The same tables saved by another program: <c>soffice --headless --convert-to</c>.</summary>
    public static TheoryData<string> Saved =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "libreoffice")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Tables))]
    public async Task Should_find_the_table(string name) => await FindsAsync(Path.Combine(Root, "files", name), Expected[name]);

    [Theory, MemberData(nameof(Saved))]
    public async Task Should_find_the_table_when_another_program_saved_it(string name) =>
        await FindsAsync(Path.Combine(Root, "libreoffice", name), Expected[Path.ChangeExtension(name, ".xlsx")]);

    [Theory, MemberData(nameof(Refused))]
    public async Task Should_say_what_stands_in_the_way(string name)
    {
        await using var source = File.OpenRead(Path.Combine(Root, "files", name));
        var error = await Assert.ThrowsAsync<TableReadException>(() => TablePlanner.PlanAsync(source, new() { Read = new() { FileName = name } }));
        Assert.Contains(Expected[name].GetProperty("error").GetString()!, error.Text.Indonesian, StringComparison.Ordinal);
        Assert.NotEmpty(error.Text.English);
    }

    [Fact]
    public void Should_be_at_least_sixty() => Assert.InRange(Expected.Count, 60, 1000);

    private static async Task FindsAsync(string path, JsonElement expected)
    {
        await using var source = File.OpenRead(path);
        var file = await TablePlanner.PlanAsync(source, new() { Read = new() { FileName = Path.GetFileName(path) } });
        var plan = PlanJson.ReadPlan(PlanJson.Write(file.Main));
        Assert.Equal(
            expected.GetProperty("columns").EnumerateArray().Select(column => $"{column[0].GetString()}: {column[1].GetString()}"),
            plan.Columns.Select(column => $"{column.Label}: {JsonNamingPolicy.SnakeCaseLower.ConvertName(column.Type.ToString())}"));
        Assert.Equal(plan.Columns.Count, plan.Columns.Select(column => column.Id).Distinct().Count());
        Assert.Equal(
            expected.GetProperty("rows").EnumerateArray().Select(row => string.Join(" | ", row.EnumerateArray().Select(cell => cell.GetString()))),
            await PlannedRows.ReadAsync(source, plan).Select(row => string.Join(" | ", row.Cells.Select(cell => cell.ToInvariantString()))).ToListAsync());
        if (expected.TryGetProperty("left_out", out var leftOut))
        {
            Assert.Equal(
                leftOut.EnumerateArray().Select(row => $"{row[0].GetInt32()} {row[1].GetString()}"),
                plan.LeftOut.Select(row => $"{row.Row} {JsonNamingPolicy.SnakeCaseLower.ConvertName(row.Reason.ToString())}"));
        }

        if (expected.TryGetProperty("hidden", out var hidden))
        {
            Assert.Equal(hidden.EnumerateArray().Select(name => name.GetString()), file.LeftOut.Where(sheet => sheet.Hidden).Select(sheet => sheet.Name));
        }
    }
}
