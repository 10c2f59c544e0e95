using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog;
using Purbalingga.Catalog.DataStore;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.DataStore.DuckDb;

namespace Purbalingga.DataStore.Tests.Exports;

/// <summary>DuckDB's short way to CSV gives the same bytes as the long one.</summary>
public sealed class DelimitedRowsTests : IDisposable
{
    private const string Id = "0f9a1c5e-7a52-4c7e-9a55-111111111111";
    private static readonly string[] Types = ["text", "int2", "int4", "int8", "float4", "float8", "numeric", "bool", "date", "time", "timestamp", "timestamptz", "json", "uuid", "_text", "numeric"];
    private static readonly string[] Texts = ["", " ", "a", "\\.", "\"", "a,b", "a\tb", "a\nb", "a\rb", "kata \"kutip\"", "é😀", "panjang sekali melebihi dua belas bita", "#komentar", "NULL", "=1+2"];

    private readonly string _folder = Directory.CreateTempSubdirectory("satudata-lines").FullName;
    private readonly DuckDataStore _store;

    public DelimitedRowsTests() => _store = new DuckDataStore(Options.Create(new CatalogOptions { DataPath = _folder }), NullLogger<DuckDataStore>.Instance);

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory, InlineData(',', false), InlineData('\t', false), InlineData(',', true)]
    public async Task Should_give_the_same_bytes(char delimiter, bool milliseconds)
    {
        await FillAsync(5000);
        foreach (var query in new[] { new DataQuery(Id), new DataQuery(Id) { Limit = 3000, Offset = 100 }, new DataQuery(Id) { Limit = 0 }, new DataQuery(Id) { Columns = ["k0"] }, new DataQuery(Id) { Distinct = true, Columns = ["k1", "k7"] } })
        {
            var expected = new StringBuilder();
            await using (var rows = await _store.QueryAsync(query, TimeSpan.FromMinutes(1), default))
            {
                await foreach (var batch in rows.ReadAsync(default))
                {
                    for (var i = 0; i < batch.Rows; i++)
                    {
                        DelimitedText.AppendRow(expected, batch.Row(i), delimiter, milliseconds);
                    }
                }
            }

            using var actual = new MemoryStream();
            await using (var rows = await _store.QueryAsync(query, TimeSpan.FromMinutes(1), default))
            {
                await foreach (var part in Assert.IsAssignableFrom<IDelimitedRows>(rows).ReadDelimitedAsync(delimiter, milliseconds, default))
                {
                    actual.Write(part.Span);
                }
            }

            Assert.Equal(expected.ToString(), Encoding.UTF8.GetString(actual.ToArray()));
        }
    }

    [Fact]
    public async Task Should_stop_when_nobody_listens()
    {
        await FillAsync(60_000);
        await using (var rows = await _store.QueryAsync(new DataQuery(Id), TimeSpan.FromMinutes(1), default))
        {
            await foreach (var part in ((IDelimitedRows)rows).ReadDelimitedAsync(',', false, default))
            {
                Assert.NotEqual(0, part.Length);
                break;
            }
        }

        using var stop = new CancellationTokenSource();
        await using var others = await _store.QueryAsync(new DataQuery(Id), TimeSpan.FromMinutes(1), stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var part in ((IDelimitedRows)others).ReadDelimitedAsync(',', false, stop.Token))
            {
                await stop.CancelAsync();
            }
        });
        Assert.True(await _store.DropAsync(Id, default));
    }

    private async Task FillAsync(int rows)
    {
        await _store.StartAsync(default);
        var random = new Random(3303);
        DataColumn[] columns = [.. Types.Select((type, i) => new DataColumn($"k{i}", type))];
        var cells = new DataValue[rows * columns.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = random.Next(10) == 0 ? DataValue.Null : Value(i % columns.Length, random);
        }

        await _store.ChangeAsync(new TableChange(Id) { Columns = columns, RowColumns = [.. columns.Select(c => c.Name)], Rows = new DataBatch(columns.Length, rows, cells) }, default);
    }

    private static DataValue Value(int column, Random random) => Types[column] switch
    {
        "text" => DataValue.Of(Texts[random.Next(Texts.Length)]),
        "int2" => DataValue.Of((long)random.Next(short.MinValue, short.MaxValue + 1)),
        "int4" => DataValue.Of((long)random.Next(int.MinValue, int.MaxValue)),
        "int8" => DataValue.Of(random.Next(3) switch { 0 => long.MinValue, 1 => long.MaxValue, _ => random.NextInt64() }),
        "float4" => DataValue.Of((double)random.NextSingle()),
        "float8" => DataValue.Of(random.Next(7) switch { 0 => double.NaN, 1 => double.PositiveInfinity, 2 => double.NegativeInfinity, 3 => -0.0, 4 => 1e300, 5 => 12, _ => random.NextDouble() * Math.Pow(10, random.Next(-12, 20)) }),
        "numeric" when column > 10 => DataValue.Numeric(random.Next(2) == 0 ? "12345678901234567890.0123456789" : "-0.5"),
        "numeric" => DataValue.Numeric(random.Next(5) switch { 0 => "0", 1 => "-0.000001", 2 => "-99999999999.5", 3 => "100", _ => (random.Next(1_000_000) / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) }),
        "bool" => DataValue.Of(random.Next(2) == 0),
        "date" => DataValue.Date(random.Next(4) switch { 0 => -719_162, 1 => 2_932_896, 2 => 0, _ => random.Next(-200_000, 200_000) }),
        "time" => DataValue.Time(random.NextInt64(86_400_000_000)),
        "timestamp" or "timestamptz" => random.Next(4) switch { 0 => 0L, 1 => -62_135_596_800_000_000, 2 => 253_402_300_799_999_999, _ => random.NextInt64(-1_000_000_000_000_000, 4_000_000_000_000_000) } is var time
            && Types[column] == "timestamp" ? DataValue.Timestamp(time) : DataValue.TimestampTz(time),
        "json" => DataValue.Json("{\"a\":[1,null,\"x\"]}"),
        "_text" => DataValue.Json("[\"x\",\"a,b\"]"),
        _ => DataValue.Of("0f9a1c5e-7a52-4c7e-9a55-333333333333"),
    };
}
