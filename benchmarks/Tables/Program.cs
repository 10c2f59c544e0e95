using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Purbalingga.Tables;
using Purbalingga.Tables.Planning;

// Usage: dotnet run -c Release --project benchmarks/Tables -- [rows] [rounds]
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
var folder = Directory.CreateTempSubdirectory("tables-benchmark");
try
{
    var csv = Path.Combine(folder.FullName, "table.csv");
    await WriteSampleAsync(csv, rows);
    var xlsx = Path.Combine(folder.FullName, "table.xlsx");
    var back = Path.Combine(folder.FullName, "back.csv");
    Console.WriteLine($"{rows} rows x 10 columns, CSV {new FileInfo(csv).Length / 1e6:F1} MB; best of {rounds}");
    await MeasureAsync("CSV -> XLSX", () => ConvertAsync(csv, TargetFormat.Xlsx, xlsx));
    Console.WriteLine($"  XLSX {new FileInfo(xlsx).Length / 1e6:F1} MB");
    await MeasureAsync("XLSX -> CSV", () => ConvertAsync(xlsx, TargetFormat.Csv, back));
    await MeasureAsync("CSV -> CSV", () => ConvertAsync(csv, TargetFormat.Csv, back));
    await MeasureAsync("CSV preview, 50 rows, 100,000 counted", () => PreviewAsync(csv));
    await MeasureAsync("XLSX preview, 50 rows, 100,000 counted", () => PreviewAsync(xlsx));
    var json = Path.Combine(folder.FullName, "table.json");
    await WriteJsonAsync(csv, json);
    var ods = Path.Combine(folder.FullName, "table.ods");
    await WriteOdsAsync(csv, ods);
    foreach (var path in new[] { csv, xlsx, json, ods })
    {
        var name = Path.GetExtension(path)[1..].ToUpperInvariant();
        TablePlan? plan = null;
        await MeasureAsync($"plan {name} ({new FileInfo(path).Length / 1e6:F1} MB)", async () => plan = await PlanAsync(path));
        await MeasureAsync($"read {name} by its plan, typed", () => ReadAsync(path, plan!));
    }

    Console.WriteLine($"  peak working set of the process {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
}
finally
{
    folder.Delete(recursive: true);
}

async Task MeasureAsync(string what, Func<Task> run)
{
    var best = TimeSpan.MaxValue;
    for (var round = 0; round < rounds; round++)
    {
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        await run();
        var taken = Process.GetCurrentProcess().TotalProcessorTime - processor;
        best = taken < best ? taken : best;
    }

    Console.WriteLine($"{what}: {best.TotalSeconds:F2} s of processor time");
}

static async Task<TablePlan> PlanAsync(string path)
{
    await using var source = File.OpenRead(path);
    return (await TablePlanner.PlanAsync(source, new() { Read = new() { FileName = path } })).Main;
}

static async Task ReadAsync(string path, TablePlan plan)
{
    await using var source = File.OpenRead(path);
    long rows = 0;
    await foreach (var row in PlannedRows.ReadAsync(source, plan))
    {
        rows += row.Cells.Count > 0 ? 1 : 0;
    }

    if (rows != plan.Rows)
    {
        throw new InvalidOperationException($"{rows} rows were read, {plan.Rows} planned.");
    }
}

static async Task WriteJsonAsync(string csv, string path)
{
    await using var source = File.OpenRead(csv);
    await using var file = await TableReaders.OpenAsync(source);
    var table = await TableFinder.FindAsync(file);
    await using var target = File.Create(path);
    await using var json = new Utf8JsonWriter(target);
    json.WriteStartArray();
    await foreach (var row in table.ReadRowsAsync())
    {
        json.WriteStartObject();
        for (var i = 0; i < row.Cells.Count; i++)
        {
            json.WritePropertyName(table.Columns[i].Name);
            if (row.Cells[i].Kind == CellKind.Number)
            {
                json.WriteNumberValue(row.Cells[i].Number);
            }
            else
            {
                json.WriteStringValue(row.Cells[i].ToInvariantString());
            }
        }

        json.WriteEndObject();
        await json.FlushAsync();
    }

    json.WriteEndArray();
}

static async Task WriteOdsAsync(string csv, string path)
{
    await using var source = File.OpenRead(csv);
    await using var file = await TableReaders.OpenAsync(source);
    var table = await TableFinder.FindAsync(file);
    await using var target = File.Create(path);
    using var zip = new ZipArchive(target, ZipArchiveMode.Create);
    await using (var mimetype = new StreamWriter(zip.CreateEntry("mimetype", CompressionLevel.NoCompression).Open()))
    {
        await mimetype.WriteAsync("application/vnd.oasis.opendocument.spreadsheet");
    }

    await using var xml = new StreamWriter(zip.CreateEntry("content.xml", CompressionLevel.Fastest).Open());
    await xml.WriteAsync("<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Data\">");
    await WriteRowAsync(table.Columns.Select(column => TableCell.OfText(column.Label)));
    await foreach (var row in table.ReadRowsAsync())
    {
        await WriteRowAsync(row.Cells);
    }

    await xml.WriteAsync("</table:table></office:spreadsheet></office:body></office:document-content>");

    async Task WriteRowAsync(IEnumerable<TableCell> cells)
    {
        await xml.WriteAsync("<table:table-row>");
        foreach (var cell in cells)
        {
            var type = cell.Kind == CellKind.Number ? $"float\" office:value=\"{cell.ToInvariantString()}" : "string";
            await xml.WriteAsync($"<table:table-cell office:value-type=\"{type}\"><text:p>{cell.Text}</text:p></table:table-cell>");
        }

        await xml.WriteAsync("</table:table-row>");
    }
}

static async Task ConvertAsync(string from, TargetFormat format, string to)
{
    await using var source = File.OpenRead(from);
    await using var target = File.Create(to);
    await TableConversion.ConvertAsync(source, format, target);
}

static async Task PreviewAsync(string from)
{
    await using var source = File.OpenRead(from);
    await TablePreviews.ReadAsync(source);
}

// A long table as OPDs publish it: codes, names, years, measures, days, remarks
static async Task WriteSampleAsync(string path, int rows)
{
    string[] names = ["Kemangkon", "Bukateja", "Kejobong", "Kaligondang", "Purbalingga", "Kalimanah", "Kutasari", "Mrebet", "Bobotsari", "Karangreja"];
    var random = new Random(3303);
    await using var writer = new StreamWriter(path);
    await writer.WriteLineAsync("id,kode_kecamatan,nama_kecamatan,kode_desa,tahun,jenis_kelamin,jumlah,persentase,tanggal,keterangan");
    for (var i = 0; i < rows; i++)
    {
        var k = random.Next(names.Length);
        await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{i + 1},33.03.{k + 1:00},{names[k]},33.03.{k + 1:00}.20{random.Next(10, 30)},{2015 + (i % 10)},{(i % 2 == 0 ? "Perempuan" : "Laki-laki")},{random.Next(100_000)},{random.NextDouble() * 100:F2},2025-{1 + (i % 12):00}-{1 + (i % 28):00},\"catatan, baris {i}\""));
    }
}
