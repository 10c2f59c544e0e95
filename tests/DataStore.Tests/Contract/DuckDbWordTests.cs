using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.DataStore.DuckDb;

namespace Purbalingga.DataStore.Tests.Contract;

/// <summary>Words of a large table are kept; those of a small one are looked for row by row. Both must answer alike, whatever was written in between.</summary>
public sealed class DuckDbWordTests : IAsyncLifetime, IDisposable
{
    private const string Large = "0f9a1c5e-7a52-4c7e-9a55-111111111111";
    private const int Rows = 3600;
    private const int PerPart = 1200;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly string[] Parts = ["0f9a1c5e-7a52-4c7e-9a55-222222222220", "0f9a1c5e-7a52-4c7e-9a55-222222222221", "0f9a1c5e-7a52-4c7e-9a55-222222222222"];

    private static readonly DataColumn[] Columns =
    [
        new("kode", "text"), new("keterangan", "text"), new("jumlah", "int4"), new("luas", "numeric"), new("rasio", "float8"), new("tanggal", "date"), new("dicatat", "timestamp"), new("aktif", "bool"),
        new("rinci", "json"),
    ];

    private static readonly string[] Vocabulary = ["jalan", "Jalanan", "connections", "connected", "running", "run", "Éclair", "straße", "k-1", "2024", "07", "true", "nan", "desa/kelurahan", "ÅNGSTRÖM", "a1b2", "flies"];

    private static readonly (string? Column, string Text, bool Plain, string Language)[] Questions =
    [
        (null, "jalan", true, "simple"), (null, "jalan", true, "english"), (null, "connection", true, "english"), (null, "connections", true, "simple"), (null, "RUN", true, "english"),
        (null, "éclair straße", true, "indonesian"), (null, "2024", true, "english"), (null, "07", true, "simple"), (null, "7", true, "simple"), (null, "true", true, "english"), (null, "false", true, "english"),
        (null, "nan", true, "simple"), (null, "jal:*", false, "simple"), (null, "connect:*", false, "english"), (null, "20:*", false, "simple"), (null, "t:*", false, "english"),
        (null, "jalan | run & !2024", false, "english"), (null, "!(jalan | desa)", false, "simple"), (null, "desa & kelurahan", false, "simple"), (null, "fly", true, "english"), (null, "run run", true, "english"),
        ("keterangan", "2024", true, "simple"), ("jumlah", "17", true, "simple"), ("jumlah", "1:*", false, "simple"), ("tanggal", "05", true, "simple"), ("rasio", "5e", true, "simple"), ("aktif", "true", true, "simple"),
        ("luas", "500000", true, "simple"), ("rinci", "a", true, "simple"), (null, "", true, "simple"), (null, "tidakada", true, "english"), (null, "k", true, "simple"), ("dicatat", "30", true, "simple"),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("satudata-words").FullName;
    private DuckDataStore? _store;

    private DuckDataStore Store => _store!;

    public async Task InitializeAsync()
    {
        _store = new DuckDataStore(Options.Create(new CatalogOptions { DataPath = _folder }), NullLogger<DuckDataStore>.Instance);
        await Store.StartAsync(default);
        await MakeAsync(Large, 0, Rows);
        for (var part = 0; part < Parts.Length; part++)
        {
            await MakeAsync(Parts[part], part * PerPart, PerPart);
        }
    }

    public void Dispose() => _store?.Dispose();

    public Task DisposeAsync()
    {
        Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Should_answer_as_a_look_at_every_row_does()
    {
        await ComparesAsync();

        // Rows changed, added and deleted while words are kept
        await BothAsync(WriteMethod.Update, ["_id", "keterangan", "jumlah"], [DataValue.Of(5), DataValue.Of("jalan run baru"), DataValue.Of(17), DataValue.Of(1300), DataValue.Null, DataValue.Null]);
        await BothAsync(WriteMethod.Upsert, ["_id", "keterangan"], [DataValue.Of(Rows + 5), DataValue.Of("Jalan kelurahan 2024")]);
        await ComparesAsync();
        await BothAsync(WriteMethod.Update, ["_id", "keterangan"], [DataValue.Of(5), DataValue.Of("lain")]);
        await ComparesAsync();
        await DeleteAsync(new ColumnFilter("jumlah", FilterOperator.Less, [DataValue.Of(40)]));
        await ComparesAsync();
    }

    [Fact]
    public async Task Should_filter_sort_and_page_what_matches()
    {
        var run = new TextQuery(null, "run | jalan", false, "english");
        foreach (var query in new[]
        {
            new DataQuery(Large) { Texts = [run], Filter = new ColumnFilter("aktif", FilterOperator.Equal, [DataValue.Of(true)]), WithTotal = true },
            new DataQuery(Large) { Texts = [run, new TextQuery("keterangan", "connected", true, "english")], WithTotal = true },
            new DataQuery(Large) { Texts = [run], Sort = [new DataSort("jumlah", Descending: true)], WithTotal = true },
        })
        {
            var all = await ReadAsync(query);
            Assert.NotEmpty(all.Rows);
            Assert.Equal(all.Rows.Count, all.Total);
            var page = await ReadAsync(query with { Offset = 7, Limit = 20 });
            Assert.Equal(all.Rows.Skip(7).Take(20), page.Rows);
            Assert.Equal(all.Total, page.Total);
        }

        var distinct = await ReadAsync(new DataQuery(Large) { Texts = [run], Columns = ["aktif"], Distinct = true, WithTotal = true });
        Assert.Equal(["False", "True"], distinct.Rows);
        Assert.Equal(2, distinct.Total);
        Assert.Empty((await ReadAsync(new DataQuery(Large) { Texts = [run], Offset = 1_000_000, Limit = 10 })).Rows);
    }

    [Fact]
    public async Task Should_answer_rightly_while_rows_are_written()
    {
        var word = new TextQuery("kode", "penanda", true, "simple");
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writer = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                // One row has the word at any moment
                await Store.WriteAsync(new TableWrite(Large, WriteMethod.Update, ["_id", "kode"], new DataBatch(2, 2,
                    [DataValue.Of(1 + (i % 100)), DataValue.Of("lepas"), DataValue.Of(1 + ((i + 1) % 100)), DataValue.Of("penanda")]), ["_id"]), default);
                begun.TrySetResult();
            }
        });
        try
        {
            await Task.WhenAny(begun.Task, writer);
            for (var i = 0; i < 300; i++)
            {
                var found = await ReadAsync(new DataQuery(Large) { Texts = [word], WithTotal = true, Columns = ["_id"] });
                Assert.Single(found.Rows);
                Assert.Equal(1, found.Total);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await writer;
        }
    }

    [Theory]
    [InlineData(true, " ")]
    [InlineData(false, "|")]
    [InlineData(false, "&")]
    public async Task Should_refuse_a_search_of_very_many_words(bool plain, string between)
    {
        foreach (var table in new[] { Large, Parts[0] })
        {
            var error = await Assert.ThrowsAsync<DataStoreException>(() => ReadAsync(new DataQuery(table) { Texts = [new TextQuery(null, string.Join(between, Enumerable.Repeat("a", 200_000)), plain, "simple")] }));
            Assert.Equal(DataStoreError.Query, error.Error);
        }
    }

    private async Task ComparesAsync()
    {
        foreach (var (column, text, plain, language) in Questions)
        {
            var question = new TextQuery(column, text, plain, language);
            var found = await ReadAsync(new DataQuery(Large) { Texts = [question], WithRanks = true, Columns = ["_id"], WithTotal = true });
            var expected = new List<string>();
            for (var part = 0; part < Parts.Length; part++)
            {
                expected.AddRange((await ReadAsync(new DataQuery(Parts[part]) { Texts = [question], WithRanks = true, Columns = ["_id"] })).Rows.Select(r => $"{Number(r) + (part * PerPart)}|{r.Split('|')[1]}"));
            }

            Assert.Equal(expected.OrderByDescending(Rank).ThenBy(Number), found.Rows);
            Assert.Equal(expected.Count, found.Total);
        }

        static int Number(string row) => int.Parse(row.Split('|')[0], System.Globalization.CultureInfo.InvariantCulture);

        static double Rank(string row) => double.Parse(row.Split('|')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<(List<string> Rows, long? Total)> ReadAsync(DataQuery query)
    {
        var found = new List<string>();
        await using var rows = await Store.QueryAsync(query, Limit, default);
        await foreach (var batch in rows.ReadAsync(default))
        {
            for (var row = 0; row < batch.Rows; row++)
            {
                found.Add(string.Join('|', batch.Row(row).ToArray().Select(Show)));
            }
        }

        return (found, rows.Total);

        static string Show(DataValue value) => value.Kind switch
        {
            DataKind.Whole => value.Whole.ToString(System.Globalization.CultureInfo.InvariantCulture),
            DataKind.Real => value.Real.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            DataKind.Boolean => value.Boolean.ToString(),
            _ => value.Text,
        };
    }

    private async Task BothAsync(WriteMethod method, string[] columns, DataValue[] cells)
    {
        await Store.WriteAsync(new TableWrite(Large, method, columns, new DataBatch(columns.Length, cells.Length / columns.Length, cells), ["_id"]), default);
        for (var row = 0; row < cells.Length / columns.Length; row++)
        {
            var one = cells.AsSpan(row * columns.Length, columns.Length).ToArray();
            var part = Math.Min(Parts.Length - 1, (int)((one[0].Whole - 1) / PerPart));
            one[0] = DataValue.Of(one[0].Whole - (part * PerPart));
            await Store.WriteAsync(new TableWrite(Parts[part], method, columns, new DataBatch(columns.Length, 1, one), ["_id"]), default);
        }
    }

    private async Task DeleteAsync(DataFilter filter)
    {
        foreach (var table in Parts.Append(Large))
        {
            await Store.DeleteAsync(table, filter, 0, default);
        }
    }

    // A part's rows are numbered from 1, since words are kept from a number on
    private async Task MakeAsync(string id, int before, int count)
    {
        var cells = Enumerable.Range(before + 1, count).SelectMany(i =>
        {
            var random = new Random(i);
            return (DataValue[])
            [
                DataValue.Of((long)(i - before)), DataValue.Of($"K-{i:00000}"), i % 11 == 0 ? DataValue.Null : DataValue.Of(string.Join(' ', Enumerable.Range(0, 3).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]))),
                DataValue.Of((long)random.Next(-500, 3000)), DataValue.Numeric($"{random.Next(100)}.5"), DataValue.Of(i % 50 == 0 ? double.NaN : random.Next(9) * 1e-5), DataValue.Date(19_000 + random.Next(900)),
                DataValue.Timestamp(1_700_000_000_000_000 + (random.Next(100_000) * 1_800_000_000L)), DataValue.Of(i % 3 == 0), DataValue.Json("{\"a\":[" + i + ",\"Run\"]}"),
            ];
        });
        await Store.ChangeAsync(new TableChange(id) { Columns = Columns, RowColumns = ["_id", .. Columns.Select(c => c.Name)], Rows = new DataBatch(Columns.Length + 1, count, [.. cells]) }, default);
    }
}
