using System.Text;
using Purbalingga.Tables.Planning;
using Purbalingga.Tables.Tests.Support;

namespace Purbalingga.Tables.Tests;

[Collection(MemoryTests.Name)]
public sealed class ArchiveTests
{
    private const string Csv = "kecamatan;jumlah\nKemangkon;1.200\nBukateja;900\n";

    [Fact]
    public async Task Should_read_a_table_in_gzip_by_its_plan()
    {
        using var source = Archives.Gzip(Encoding.UTF8.GetBytes(Csv));
        var plan = (await TablePlanner.PlanAsync(source, new() { Read = new() { FileName = "data.csv.gz" } })).Main;
        Assert.Equal((FileKind.Csv, FileKind.Gzip, ';'), (plan.Detection.Kind, plan.Detection.Container, plan.Detection.Delimiter));
        plan = PlanJson.ReadPlan(PlanJson.Write(plan));
        Assert.Equal([1200.0, 900.0], await PlannedRows.ReadAsync(source, plan).Select(row => row.Cells[1].Value).ToListAsync());
    }

    [Theory, InlineData("penduduk-libreoffice.xlsx"), InlineData("penduduk-libreoffice.ods"), InlineData("penduduk-libreoffice.xls")]
    public async Task Should_read_a_workbook_in_a_zip_as_the_workbook_itself(string name)
    {
        var content = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Files", name));
        using var source = Archives.Zip(("folder/" + name, content));
        var plan = await TablePlanner.PlanAsync(source);
        Assert.Equal(["Penduduk", "Lain"], plan.Tables.Select(table => table.Sheet.Name));
        Assert.Equal(4, await PlannedRows.ReadAsync(source, plan.Main).CountAsync());
    }

    [Fact]
    public async Task Should_give_each_file_of_a_zip_as_a_table_and_say_what_is_none()
    {
        using var source = Archives.Zip(("2024.csv", Csv), ("2025.tsv", "a\tb\nx\t5\n"), ("baca saya.txt", "Data tahunan"), ("__MACOSX/._2024.csv", "x;y\n1;2\n"));
        var plan = await TablePlanner.PlanAsync(source);
        Assert.Equal([("2024.csv", ';'), ("2025.tsv", '\t')], plan.Tables.Select(table => (table.Sheet.Name, table.Detection.Delimiter!.Value)));
        Assert.Equal([new LeftOutSheet("baca saya.txt", Hidden: false)], plan.LeftOut);
        Assert.Equal(["x", 5.0], (await PlannedRows.ReadAsync(source, plan.Tables[1]).SingleAsync()).Cells.Select(cell => cell.Value));
    }

    [Fact]
    public async Task Should_refuse_what_is_no_table_or_packed_twice()
    {
        await RefusesAsync(Archives.Zip(("peta.pdf", "%PDF-1.7")), "PDF");
        await RefusesAsync(Archives.Zip(("a.txt", "x"), ("b.txt", "y")), "tidak memuat tabel");
        await RefusesAsync(Archives.Zip(("a.zip", Archives.Zip(("a.csv", Csv)).ToArray()), ("b.csv", Encoding.UTF8.GetBytes(Csv))), "Arsip di dalam arsip (\"a.zip\")");
        await RefusesAsync(new MemoryStream(Archives.Gzip(Encoding.UTF8.GetBytes(Csv)).ToArray()[..30]), "rusak");
    }

    [Fact]
    public async Task Should_refuse_a_bomb_before_it_fills_the_disk()
    {
        using var bomb = Archives.Gzip(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 12_000_000))));
        await RefusesAsync(bomb, "bom zip");
        await RefusesAsync(bomb, "bita setelah dibuka lebih dari 1000", new() { MaxUnpackedBytes = 1000 });
        await RefusesAsync(Archives.Zip(("1.csv", Csv), ("2.csv", Csv)), "bita setelah dibuka lebih dari 60", new() { MaxUnpackedBytes = 60 });
        await RefusesAsync(Archives.Zip(("1.csv", Csv), ("2.csv", Csv)), "berkas dalam arsip lebih dari 1", new() { MaxZipEntries = 1 });
        await RefusesAsync(Archives.Zip(("1.csv", Csv), ("2.csv", Csv)), "lembar lebih dari 1", new() { MaxSheets = 1 });
    }

    [Fact]
    public async Task Should_leave_no_file_behind()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var options = new TableReadOptions { TempFolder = folder.FullName };
            await using (await TableReaders.OpenAsync(Archives.Gzip(Encoding.UTF8.GetBytes(Csv)), options))
            {
                // On systems that unlink open files the folder is empty already; closed, it is everywhere
            }

            await RefusesAsync(Archives.Zip(("peta.pdf", "%PDF-1.7")), "PDF", tempFolder: folder.FullName);
            Assert.Empty(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RefusesAsync(Stream source, string message, TableReadLimits? limits = null, string? tempFolder = null)
    {
        var error = await Assert.ThrowsAsync<TableReadException>(() => TablePlanner.PlanAsync(source, new() { Read = new() { Limits = limits ?? new(), TempFolder = tempFolder } }));
        Assert.Contains(message, error.Text.Indonesian, StringComparison.Ordinal);
    }
}
