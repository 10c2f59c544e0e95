using System.Globalization;
using System.Text;
using System.Text.Json;
using ExcelDataReader;
using Purbalingga.Samples.Catalog;

namespace Purbalingga.Samples.Tests;

/// <summary>The sample folder as it lies in the repository.</summary>
internal static class SampleFiles
{
    public static string Root { get; } = SampleFolder.FindAbove(AppContext.BaseDirectory);

    public static IReadOnlyList<string> DatasetFolders { get; } =
        [.. Directory.EnumerateFiles(Root, "dataset.json", SearchOption.AllDirectories).Select(f => Path.GetDirectoryName(f)!).Order(StringComparer.Ordinal)];

    /// <summary>Every dataset as a row of a theory: organization/name.</summary>
    public static TheoryData<string> Datasets => [.. DatasetFolders.Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))];

    public static JsonElement Json(params string[] path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine([Root, .. path])));
        return document.RootElement.Clone();
    }

    public static string Text(JsonElement of, string key) => of.GetProperty(key).GetString()!;

    public static Dictionary<string, string> Extras(JsonElement dataset) =>
        dataset.GetProperty("extras").EnumerateArray().ToDictionary(e => Text(e, "key"), e => Text(e, "value"));

    /// <summary>Rows of a CSV by column name.</summary>
    /// <param name="path">Below the sample folder.</param>
    public static List<Dictionary<string, string>> Csv(string path)
    {
        var lines = File.ReadAllLines(Path.Combine(Root, path), Encoding.UTF8);
        var columns = Cells(lines[0]);
        return [.. lines.Skip(1).Select(l => columns.Zip(Cells(l)).ToDictionary(p => p.First, p => p.Second))];
    }

    /// <summary>All files that are part of a dataset, with their dataset.json and the two lists.</summary>
    public static IEnumerable<string> All =>
        DatasetFolders.SelectMany(Directory.EnumerateFiles).Append(Path.Combine(Root, "organizations.json")).Append(Path.Combine(Root, "groups.json"));

    /// <summary>Sheets of a workbook as texts, empty cells as "".</summary>
    /// <param name="path">Below the sample folder; XLSX or XLS.</param>
    public static List<(string Name, bool Visible, List<string[]> Rows)> Workbook(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(Path.Combine(Root, path));
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var sheets = new List<(string, bool, List<string[]>)>();
        do
        {
            var rows = new List<string[]>();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "")]);
            }

            sheets.Add((reader.Name, reader.VisibleState == "visible", rows));
        }
        while (reader.NextResult());
        return sheets;
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var sign in line)
        {
            if (sign == '"')
            {
                quoted = !quoted;
            }
            else if (sign == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(sign);
            }
        }

        return [.. cells, cell.ToString()];
    }
}
