using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.DataStore.DuckDb;

namespace Purbalingga.DataStore.Tests.Csv;

/// <summary>Rows of a file that is read in several pieces at once stay in the file's order, and so do answers that are not sorted otherwise.</summary>
public sealed class LargeTableOrderTests : IAsyncLifetime, IDisposable
{
    private const string Id = "0f9a1c5e-7a52-4c7e-9a55-222222222222";
    private const int Rows = 400_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("satudata-order").FullName;
    private readonly DuckDataStore _store;

    public LargeTableOrderTests() =>
        _store = new DuckDataStore(Options.Create(new CatalogOptions { DataPath = _folder }), NullLogger<DuckDataStore>.Instance);

    public async Task InitializeAsync()
    {
        await _store.StartAsync(default);
        var path = Path.Combine(_folder, "besar.csv");
        await using (var text = new StreamWriter(path))
        {
            await text.WriteLineAsync("nomor,kelompok,keterangan,aktif");
            for (var i = 1; i <= Rows; i++)
            {
                await text.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{i},K{i % 97},keterangan panjang dari baris ke {i} supaya berkas dibaca dalam beberapa potong,{(i % 3 == 0 ? "ya" : "tidak")}"));
            }
        }

        var csv = new CsvText(path, ',', ["nomor", "kelompok", "keterangan", "aktif"], [CsvReading.Whole, CsvReading.Text, CsvReading.Text, CsvReading.YesNo], 1000, Rows);
        var columns = new DataColumn[] { new("nomor", "int8"), new("kelompok", "text"), new("keterangan", "text"), new("aktif", "bool") };
        Assert.NotNull(await _store.LoadCsvAsync(new TableLoad(Id, columns), csv, null, default));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Should_number_rows_as_they_stand_in_the_file() =>
        Assert.All(await ReadAsync(new DataQuery(Id) { Columns = ["_id", "nomor"] }, Rows), row => Assert.Equal(row[0], row[1]));

    [Fact]
    public async Task Should_answer_a_long_list_of_values_in_order()
    {
        var some = Enumerable.Range(0, 40).Select(i => DataValue.Of($"K{i}")).ToArray();

        await InOrderAsync(new DataQuery(Id) { Columns = ["_id", "nomor"], Filter = new ColumnFilter("kelompok", FilterOperator.In, some) });
    }

    [Fact]
    public async Task Should_answer_words_in_order_when_sorted_by_number() =>
        await InOrderAsync(new DataQuery(Id) { Columns = ["_id", "nomor"], Texts = [new TextQuery(null, "keterangan", true, "simple")], Sort = [new DataSort("_id", false, null)] });

    private async Task InOrderAsync(DataQuery query)
    {
        var ids = (await ReadAsync(query, null)).ConvertAll(row => row[0]);
        Assert.True(ids.Count > Rows / 4);
        Assert.Equal(ids.Order(), ids);
    }

    private async Task<List<long[]>> ReadAsync(DataQuery query, int? expected)
    {
        var found = new List<long[]>();
        await using var rows = await _store.QueryAsync(query, Limit, default);
        await foreach (var batch in rows.ReadAsync(default))
        {
            for (var row = 0; row < batch.Rows; row++)
            {
                found.Add([.. batch.Row(row).ToArray().Take(2).Select(v => v.Whole)]);
            }
        }

        Assert.Equal(expected ?? found.Count, found.Count);
        return found;
    }
}
