using System.Text;
using Purbalingga.Tables.Tests.Support;

namespace Purbalingga.Tables.Tests;

[Collection(MemoryTests.Name)]
public sealed class ConversionTests
{
    private const string Written = "kode;nama;jumlah;tanggal;aktif;persen\n01;=1+2;1.234;31/12/2024;ya;45 %\n02;\"Ki \"\"Ageng\"\"\";12.500;01/01/2025;tidak;12,5 %\n03;-;tad;-;ya;0 %\n";

    [Fact]
    public async Task Should_write_values_for_programs()
    {
        var (text, report) = await ConvertAsync(Bytes.Utf8(Written), TargetFormat.Csv, new() { CarriageReturn = false });
        Assert.Equal(
            "kode,nama,jumlah,tanggal,aktif,persen (%)\n01,=1+2,1234,2024-12-31,true,45\n02,\"Ki \"\"Ageng\"\"\",12500,2025-01-01,false,12.5\n03,-,,,true,0\n",
            text);
        Assert.Equal(3, report.Rows);
    }

    [Fact]
    public async Task Should_come_back_the_same_by_way_of_xlsx()
    {
        var (direct, _) = await ConvertAsync(Bytes.Utf8(Written), TargetFormat.Csv);
        var xlsx = new MemoryStream();
        await TableConversion.ConvertAsync(Bytes.Utf8(Written), TargetFormat.Xlsx, xlsx);
        var (back, report) = await ConvertAsync(xlsx, TargetFormat.Csv);
        Assert.Equal(direct, back);
        Assert.Equal([ColumnType.Text, ColumnType.Text, ColumnType.Integer, ColumnType.Date, ColumnType.Boolean, ColumnType.Number], report.Columns.Select(c => c.Type));
    }

    [Fact]
    public async Task Should_keep_a_late_code_of_leading_zeros_whole()
    {
        var text = "kode,jumlah\n" + string.Concat(Enumerable.Range(1000, 3000).Select(i => $"{i},1\n")) + "0042,1\n";
        var (converted, _) = await ConvertAsync(Bytes.Utf8(text), TargetFormat.Csv, new() { CarriageReturn = false });
        Assert.EndsWith("\n3999,1\n0042,1\n", converted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_let_a_late_value_decide_how_all_of_a_column_are_meant()
    {
        var text = "nama;tanggal;nilai\n" + string.Concat(Enumerable.Range(0, 3000).Select(_ => "a;01/02/2025;1.234\n")) + "b;12/31/2025;12.25\n";
        var (converted, report) = await ConvertAsync(Bytes.Utf8(text), TargetFormat.Csv, new() { CarriageReturn = false });
        Assert.StartsWith("nama,tanggal,nilai\na,2025-01-02,1.234\n", converted, StringComparison.Ordinal);
        Assert.EndsWith("\nb,2025-12-31,12.25\n", converted, StringComparison.Ordinal);
        Assert.Equal([ColumnType.Text, ColumnType.Date, ColumnType.Number], report.Columns.Select(column => column.Type));
    }

    [Fact]
    public async Task Should_convert_a_big_csv_in_memory_that_does_not_grow()
    {
        const int rows = 150_000;
        await using var source = new RowsStream("kode,nama,jumlah,tanggal\n", i => $"33.03.{i % 18:00},Desa nomor {i},{i},2025-01-{1 + (i % 28):00}\n", rows);
        long peak = 0;
        await using var output = new CountingStream(written =>
        {
            if (written % 8 == 0)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            }
        });
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var report = await TableConversion.ConvertAsync(source, TargetFormat.Xlsx, output);
        Assert.Equal(rows, report.Rows);
        Assert.True(output.Written > 1_000_000);
        // The whole table would be some 50 MB; a sample of 1,000 rows and buffers are a few
        Assert.InRange(peak - before, 1, 16L * 1024 * 1024);
    }

    [Fact]
    public async Task Should_stop_when_cancelled()
    {
        using var stop = new CancellationTokenSource();
        await using var source = new RowsStream("a,b\n", i => $"{i},x\n", 100_000);
        await using var output = new CountingStream(_ => stop.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TableConversion.ConvertAsync(source, TargetFormat.Csv, output, ct: stop.Token));
    }

    private static async Task<(string Text, ConversionReport Report)> ConvertAsync(Stream source, TargetFormat format, TableWriteOptions? options = null)
    {
        var target = new MemoryStream();
        var report = await TableConversion.ConvertAsync(source, format, target, new() { Write = options ?? TableWriteOptions.Default });
        return (Encoding.UTF8.GetString(target.ToArray()), report);
    }
}
