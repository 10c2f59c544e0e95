using Purbalingga.DuckDb;
using Purbalingga.Tables.Planning;

namespace Purbalingga.Tables.Tests;

public sealed class ParquetReadingTests
{
    private const string Query = """
        SELECT '0301' kode, 3303 angka, 12.50::DECIMAL(9,2) luas, 1.5::DOUBLE pecahan, DATE '2025-12-31' hari, TIMESTAMP '2025-12-31 08:30:00' saat, true ok,
               3303012345678901 nik, [1, 2] daftar, {'a': 'x'} isi, '12' teks_angka
        UNION ALL SELECT NULL, 4, NULL, 'nan'::DOUBLE, NULL, NULL, NULL, 1, NULL, NULL, '13'
        """;

    [Fact]
    public async Task Should_read_columns_in_the_types_of_the_file()
    {
        using var source = Parquet(Query);
        var plan = PlanJson.ReadPlan(PlanJson.Write((await TablePlanner.PlanAsync(source)).Main));
        Assert.Equal(
            [ColumnType.Text, ColumnType.Integer, ColumnType.Number, ColumnType.Number, ColumnType.Date, ColumnType.DateTime, ColumnType.Boolean, ColumnType.Text,
                ColumnType.Text, ColumnType.Text, ColumnType.Text],
            plan.Columns.Select(column => column.Type));
        var rows = await PlannedRows.ReadAsync(source, plan).ToListAsync();
        Assert.Equal(
            ["0301", 3303.0, 12.5, 1.5, new DateOnly(2025, 12, 31), new DateTime(2025, 12, 31, 8, 30, 0), true, "3303012345678901", "[1,2]", "{\"a\":\"x\"}", "12"],
            rows[0].Cells.Select(cell => cell.Value));
        Assert.Equal([null, 4.0, null, null, null, null, null, "1", null, null, "13"], rows[1].Cells.Select(cell => cell.Value));
    }

    [Fact]
    public async Task Should_read_many_rows_in_their_order_and_leave_no_file_behind()
    {
        using var source = Parquet("SELECT i nomor FROM range(100000) t(i)");
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await using (var file = await TableReaders.OpenAsync(source, new() { TempFolder = folder.FullName }))
            {
                var numbers = await file.ReadRowsAsync(file.Sheets[0]).Select(row => (int)row.Cells[0].Number).ToListAsync();
                Assert.Equal(Enumerable.Range(0, 100_000), numbers);
                Assert.Single(folder.GetFiles());
            }

            Assert.Empty(folder.GetFiles());
            using var broken = new MemoryStream(source.ToArray()[..500]);
            var error = await Assert.ThrowsAsync<TableReadException>(() => TablePlanner.PlanAsync(broken, new() { Read = new() { TempFolder = folder.FullName } }));
            Assert.Contains("Parquet rusak", error.Text.Indonesian, StringComparison.Ordinal);
            Assert.Empty(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Should_refuse_what_is_over_a_limit()
    {
        await RefusesAsync("SELECT 1 a, 2 b, 3 c", new() { MaxColumns = 2 }, "kolom lebih dari 2");
        await RefusesAsync("SELECT i FROM range(5000) t(i)", new() { MaxRows = 100 }, "baris lebih dari 100");
        await RefusesAsync("SELECT i FROM range(5000) t(i)", new() { MaxCells = 100 }, "sel lebih dari 100");
        await RefusesAsync("SELECT repeat('x', 500) a", new() { MaxFieldCharacters = 100 }, "lebih panjang dari 100 karakter");
    }

    private static async Task RefusesAsync(string query, TableReadLimits limits, string message)
    {
        using var source = Parquet(query);
        var error = await Assert.ThrowsAsync<TableReadException>(() => TablePlanner.PlanAsync(source, new() { Read = new() { Limits = limits } }));
        Assert.Contains(message, error.Text.Indonesian, StringComparison.Ordinal);
    }

    private static MemoryStream Parquet(string query)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".parquet");
        try
        {
            using var database = DuckDatabase.Open(null);
            using var connection = database.Connect();
            connection.Execute($"COPY ({query}) TO '{path}' (FORMAT parquet)");
            return new MemoryStream(File.ReadAllBytes(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
