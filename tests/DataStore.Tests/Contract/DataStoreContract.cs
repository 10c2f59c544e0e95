using Purbalingga.Catalog.DataStore;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.DataStore.Tests.Contract;

/// <summary>What every engine must do; each engine's class says how it is opened.</summary>
public abstract class DataStoreContract : IAsyncLifetime
{
    private const string Id = "0f9a1c5e-7a52-4c7e-9a55-111111111111";
    private const string Other = "0f9a1c5e-7a52-4c7e-9a55-222222222222";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly DataColumn[] Columns = [new("kode", "text", "{\"label\":\"Kode\"}"), new("kecamatan", "text"), new("jumlah", "int4"), new("luas", "numeric"), new("tanggal", "date"), new("aktif", "bool")];
    private IDataStore? _store;

    private IDataStore Store => _store!;

    public async Task InitializeAsync()
    {
        _store = await OpenAsync();
        await _store.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        if (_store is IAsyncDisposable open)
        {
            await open.DisposeAsync();
        }

        await CloseAsync();
    }

    /// <summary>An empty store that has not started.</summary>
    protected abstract Task<IDataStore> OpenAsync();

    /// <summary>Takes away where it was; the store itself is disposed before.</summary>
    protected abstract Task CloseAsync();

    [Fact]
    public async Task Should_give_back_what_was_written_in_every_type()
    {
        (string Type, DataValue Value)[] cells =
        [
            ("text", DataValue.Of("a\tb\\n\n\"'€")), ("int2", DataValue.Of(-3)), ("int4", DataValue.Of(7)), ("int8", DataValue.Of(9_007_199_254_740_993)), ("float8", DataValue.Of(1.5e-9)),
            ("numeric", DataValue.Numeric("12345678901234567890.0123456789")), ("bool", DataValue.Of(true)), ("date", DataValue.Date(20_000)), ("time", DataValue.Time(3_600_000_001)),
            ("timestamp", DataValue.Timestamp(1_700_000_000_123_456)), ("timestamptz", DataValue.TimestampTz(1_700_000_000_000_000)), ("json", DataValue.Json("{\"a\":[1,null]}")),
            ("uuid", DataValue.Of("0f9a1c5e-7a52-4c7e-9a55-333333333333")), ("_text", DataValue.Json("[\"x\",\"a,b\\\"c\"]")), ("_int4", DataValue.Json("[1,2]")),
        ];
        DataColumn[] columns = [.. cells.Select((c, i) => new DataColumn($"k{i} {c.Type}", c.Type))];
        await Store.ChangeAsync(new TableChange(Id) { Columns = columns, RowColumns = [.. columns.Select(c => c.Name)], Rows = new DataBatch(cells.Length, 2, [.. cells.Select(c => c.Value), .. cells.Select(_ => DataValue.Null)]) }, default);

        var rows = await RowsAsync(new DataQuery(Id) { Columns = [.. columns.Select(c => c.Name)] });

        Assert.Equal(cells.Select(c => c.Value), rows[0]);
        Assert.All(rows[1], cell => Assert.True(cell.IsNull));
    }

    [Fact]
    public async Task Should_number_rows_and_tell_the_table()
    {
        await MakeAsync();

        var table = await Store.FindAsync(Id, default);

        Assert.Equal(Columns, table!.Columns);
        Assert.Equal(["kode"], table.PrimaryKey);
        Assert.Equal([DataNames.Index(Id, ["kode"]), DataNames.Index(Id, ["kecamatan"])], table.Indexes.Select(i => i.Name));
        Assert.Equal(Id, (await Store.FindAsync("wilayah", default))!.Id);
        Assert.Null(await Store.FindAsync("tidak-ada", default));
        Assert.Equal([1, 2, 3], await IdsAsync(new DataQuery(Id)));
        Assert.Equal([Id, "wilayah"], (await Store.ListAsync(default)).Select(t => t.Name));
    }

    [Fact]
    public async Task Should_filter()
    {
        await MakeAsync();
        Assert.Equal([3], await IdsAsync(new DataQuery(Id) { Filter = new ColumnFilter("kecamatan", FilterOperator.Equal, [DataValue.Of("Mrebet")]) }));
        Assert.Equal([1, 3], await IdsAsync(new DataQuery(Id) { Filter = new ColumnFilter("jumlah", FilterOperator.GreaterOrEqual, [DataValue.Of(61000)]) }));
        Assert.Equal([1, 2], await IdsAsync(new DataQuery(Id) { Filter = new ColumnFilter("_id", FilterOperator.In, [DataValue.Of(1), DataValue.Of(2)]) }));
        Assert.Equal([], await IdsAsync(new DataQuery(Id) { Filter = new ColumnFilter("kode", FilterOperator.In, []) }));
        Assert.Equal([], await IdsAsync(new DataQuery(Id) { Filter = new ColumnFilter("tanggal", FilterOperator.Equal, [DataValue.Null]) }));
        Assert.Equal([2], await IdsAsync(new DataQuery(Id) { Filter = new ColumnFilter("jumlah", FilterOperator.Less, [DataValue.Numeric("60999.5")]) }));
        var either = new CombinedFilter(true, [new ColumnFilter("kecamatan", FilterOperator.Equal, [DataValue.Of("Mrebet")]), new ColumnFilter("jumlah", FilterOperator.Less, [DataValue.Of(55000)])]);
        Assert.Equal([2, 3], await IdsAsync(new DataQuery(Id) { Filter = either }));
        Assert.Equal([3], await IdsAsync(new DataQuery(Id) { Filter = new CombinedFilter(false, [either, new ColumnFilter("aktif", FilterOperator.Equal, [DataValue.Of(true)])]) }));
    }

    [Fact]
    public async Task Should_sort_page_and_count()
    {
        await MakeAsync();
        Assert.Equal([3, 1, 2], await IdsAsync(new DataQuery(Id) { Sort = [new DataSort("jumlah", Descending: true)] }));
        Assert.Equal([3, 1, 2], await IdsAsync(new DataQuery(Id) { Sort = [new DataSort("tanggal", NullsFirst: true)] }));
        Assert.Equal([1, 2, 3], await IdsAsync(new DataQuery(Id) { Sort = [new DataSort("tanggal")] }));
        Assert.Equal([2], await IdsAsync(new DataQuery(Id) { Limit = 1, Offset = 1 }));
        await using var none = await Store.QueryAsync(new DataQuery(Id) { Limit = 0, WithTotal = true }, Limit, default);
        Assert.Equal(3, none.Total);
        Assert.Equal(Columns.Length + 1, none.Columns.Count);
    }

    [Fact]
    public async Task Should_give_different_rows_once()
    {
        await MakeAsync();
        var query = new DataQuery(Id) { Columns = ["aktif"], Distinct = true, WithTotal = true };

        await using var rows = await Store.QueryAsync(query, Limit, default);

        Assert.Equal(2, rows.Total);
        Assert.Equal([[DataValue.Of(false)], [DataValue.Of(true)]], await RowsAsync(query));
    }

    [Fact]
    public async Task Should_find_words()
    {
        await MakeAsync();
        Assert.Equal([3], await IdsAsync(new DataQuery(Id) { Texts = [new TextQuery(null, "mrebet", true, "english")] }));
        Assert.Equal([], await IdsAsync(new DataQuery(Id) { Texts = [new TextQuery(null, "MRE", true, "english")] }));
        Assert.Equal([3], await IdsAsync(new DataQuery(Id) { Texts = [new TextQuery(null, "mre:*", false, "english")] }));
        Assert.Equal([2], await IdsAsync(new DataQuery(Id) { Texts = [new TextQuery("kecamatan", "bobotsari", true, "english")] }));
        Assert.Equal([2, 3], (await IdsAsync(new DataQuery(Id) { Texts = [new TextQuery(null, "mrebet | bobotsari", false, "simple")] })).Order());
        await using var ranked = await Store.QueryAsync(new DataQuery(Id) { Texts = [new TextQuery("kecamatan", "mrebet", true, "english")], WithRanks = true }, Limit, default);
        Assert.Equal(new DataColumn("rank kecamatan", "float"), ranked.Columns[^1]);
        await RefusesAsync(DataStoreError.Query, () => RowsAsync(new DataQuery(Id) { Texts = [new TextQuery(null, "a & & b", false, "english")] }));
        await RefusesAsync(DataStoreError.Query, () => RowsAsync(new DataQuery(Id) { Texts = [new TextQuery(null, "a", true, "klingon")] }));
    }

    [Fact]
    public async Task Should_upsert_update_and_insert_by_the_key()
    {
        await MakeAsync();
        await WriteAsync(WriteMethod.Upsert, ["kode", "jumlah"], [DataValue.Of("33.03.01"), DataValue.Of(1), DataValue.Of("33.03.10"), DataValue.Of(2), DataValue.Of("33.03.10"), DataValue.Of(3)]);

        var rows = await RowsAsync(new DataQuery(Id) { Columns = ["kode", "kecamatan", "jumlah"] });

        Assert.Equal([DataValue.Of("33.03.01"), DataValue.Of("Kemangkon"), DataValue.Of(1)], rows[0]);
        Assert.Equal([DataValue.Of("33.03.10"), DataValue.Null, DataValue.Of(3)], rows[3]);
        var unknown = await RefusesAsync(DataStoreError.KeyNotFound, () => WriteAsync(WriteMethod.Update, ["kode", "jumlah"], [DataValue.Of("33.03.01"), DataValue.Of(5), DataValue.Of("99"), DataValue.Of(5)]));
        Assert.Equal(1, unknown.Row);
        Assert.Equal(DataValue.Of(1), (await RowsAsync(new DataQuery(Id) { Columns = ["jumlah"] }))[0][0]);
        var twice = await RefusesAsync(DataStoreError.DuplicateKey, () => WriteAsync(WriteMethod.Insert, ["kode"], [DataValue.Of("33.03.01")]));
        Assert.Equal($"duplicate key value violates unique constraint \"{DataNames.Index(Id, ["kode"])}\"", twice.Message);
        await WriteAsync(WriteMethod.Update, ["_id", "kecamatan"], [DataValue.Of(2), DataValue.Of("Kutasari")], key: ["_id"]);
        Assert.Equal([2], await IdsAsync(new DataQuery(Id) { Filter = new ColumnFilter("kecamatan", FilterOperator.Equal, [DataValue.Of("Kutasari")]) }));
    }

    [Fact]
    public async Task Should_draw_row_numbers_as_PostgreSQL_does()
    {
        await MakeAsync();
        await RefusesAsync(DataStoreError.DuplicateKey, () => WriteAsync(WriteMethod.Insert, ["kode"], [DataValue.Of("33.03.01"), DataValue.Of("x"), DataValue.Of("y")]));
        await WriteAsync(WriteMethod.Upsert, ["kode"], [DataValue.Of("33.03.10")]);
        await WriteAsync(WriteMethod.Upsert, ["kode", "jumlah"], [DataValue.Of("33.03.10"), DataValue.Of(1)]);
        await Store.WriteAsync(new TableWrite(Id, WriteMethod.Upsert, ["kode"], new DataBatch(1, 1, [DataValue.Of("77")]), ["kode"]) { DryRun = true }, default);
        var result = await Store.WriteAsync(new TableWrite(Id, WriteMethod.Upsert, ["kode"], new DataBatch(1, 1, [DataValue.Of("78")]), ["kode"]) { ReturnRows = true }, default);

        Assert.Equal([1, 2, 3, 5, 8], await IdsAsync(new DataQuery(Id)));
        Assert.Equal([DataValue.Of(8), DataValue.Of("78")], result.Rows!.Row(0)[..2].ToArray());
        Assert.Equal(Columns.Length + 1, result.Columns!.Count);
    }

    [Fact]
    public async Task Should_change_columns_keys_and_aliases_all_at_once_or_not()
    {
        await MakeAsync();
        await Store.ChangeAsync(new TableChange(Id) { Columns = [new("jumlah", "text", "{\"label\":\"J\"}"), new("baru", "int4")] }, default);
        var altered = (await Store.FindAsync(Id, default))!;
        Assert.Equal([.. Columns.Select(c => c.Name == "jumlah" ? c with { InfoJson = "{\"label\":\"J\"}" } : c), new("baru", "int4")], altered.Columns);
        Assert.Equal([3], await IdsAsync(new DataQuery(Id) { Texts = [new TextQuery(null, "mrebet", true, "english")] }));

        await RefusesAsync(DataStoreError.KeyClash, () => Store.ChangeAsync(new TableChange(Id) { Columns = [new("lagi", "text")], PrimaryKey = ["aktif"] }, default));
        Assert.Null((await Store.FindAsync(Id, default))!.Find("lagi"));

        await Store.ChangeAsync(new TableChange(Id) { Columns = [Columns[0], Columns[2]], DropOthers = true, PrimaryKey = [], Indexes = [["kode", "jumlah"]], Aliases = ["lain"] }, default);
        var last = (await Store.FindAsync(Id, default))!;
        Assert.Equal(["kode", "jumlah"], last.Columns.Select(c => c.Name));
        Assert.Empty(last.PrimaryKey);
        Assert.Equal(["lain"], last.Aliases);
        Assert.Null(await Store.FindAsync("wilayah", default));
        await RefusesAsync(DataStoreError.NameTaken, () => Store.ChangeAsync(new TableChange(Other) { Columns = [new("a", "text")], Aliases = ["lain"] }, default));
        Assert.Null(await Store.FindAsync(Other, default));
    }

    [Fact]
    public async Task Should_delete_rows_and_tables()
    {
        await MakeAsync();
        var result = await Store.DeleteAsync(Id, new ColumnFilter("kode", FilterOperator.Equal, [DataValue.Of("33.03.09")]), 10, default);
        Assert.Equal(1, result.Count);
        Assert.Equal(DataValue.Of("Bobotsari"), result.Rows!.Row(0)[2]);
        Assert.Equal(2, (await Store.DeleteAsync(Id, null, 0, default)).Count);
        Assert.True(await Store.DropAsync(Id, default));
        Assert.False(await Store.DropAsync(Id, default));
        Assert.Empty(await Store.ListAsync(default));
        await RefusesAsync(DataStoreError.TableNotFound, () => RowsAsync(new DataQuery(Id)));
        await RefusesAsync(DataStoreError.TableNotFound, () => WriteAsync(WriteMethod.Insert, ["kode"], [DataValue.Of("1")]));
    }

    [Fact]
    public async Task Should_swap_a_loaded_table_in_and_keep_the_old_one_when_that_fails()
    {
        await MakeAsync();
        await RefusesAsync(DataStoreError.DuplicateKey, () => Store.LoadAsync(new TableLoad(Id, Columns), BatchesAsync(2, "sama"), null, default));
        await Assert.ThrowsAsync<InvalidDataException>(() => Store.LoadAsync(new TableLoad(Id, Columns), BrokenAsync(), null, default));
        Assert.Equal([1, 2, 3], await IdsAsync(new DataQuery(Id)));

        var result = await Store.LoadAsync(new TableLoad(Id, Columns), BatchesAsync(5000, null), null, default);

        Assert.Equal(5000, result.Count);
        await using var rows = await Store.QueryAsync(new DataQuery(Id) { Limit = 0, WithTotal = true }, Limit, default);
        Assert.Equal(5000, rows.Total);
        var table = (await Store.FindAsync("wilayah", default))!;
        Assert.Equal(["kode"], table.PrimaryKey);
        Assert.Equal(5000, (await Store.InspectAsync(Id, default)).Count);
        Assert.Equal("integer", (await Store.InspectAsync(Id, default)).Schema[2].NativeType);
    }

    [Fact]
    public async Task Should_stream_large_answers_and_let_them_be_left()
    {
        await Store.LoadAsync(new TableLoad(Id, Columns), BatchesAsync(40_000, null), null, default);
        await using (var rows = await Store.QueryAsync(new DataQuery(Id), Limit, default))
        {
            await foreach (var batch in rows.ReadAsync(default))
            {
                Assert.InRange(batch.Rows, 1, 39_999);
                break;
            }
        }

        Assert.Equal(40_000, (await RowsAsync(new DataQuery(Id) { Columns = ["_id"] })).Count);
    }

    [Theory]
    [InlineData("SELECT kecamatan, jumlah FROM \"{0}\" WHERE jumlah > 55000 ORDER BY jumlah", "Kemangkon|61000;Mrebet|74000")]
    [InlineData("select count(*) as n, sum(jumlah) from wilayah;", "3|187000")]
    [InlineData("WITH x AS (SELECT * FROM \"{0}\") SELECT upper(kecamatan) FROM x WHERE kecamatan ILIKE 'm%'", "MREBET")]
    [InlineData("SELECT kode::text, extract(year from tanggal)::int FROM \"{0}\" WHERE tanggal IS NOT NULL ORDER BY 1", "33.03.01|2025;33.03.09|2025")]
    [InlineData("SELECT kecamatan, row_number() OVER (ORDER BY jumlah DESC) FROM \"{0}\" ORDER BY 2", "Mrebet|1;Kemangkon|2;Bobotsari|3")]
    [InlineData("SELECT a.kode FROM \"{0}\" a JOIN \"{0}\" b ON a.kode = b.kode -- and a note\nORDER BY a._id LIMIT 1", "33.03.01")]
    [InlineData("SELECT date_trunc('month', tanggal::timestamp)::date, aktif, round(avg(luas), 2) FROM \"{0}\" WHERE tanggal IS NOT NULL GROUP BY 1, 2 ORDER BY 1", "2025-01-01|t|45.13;2025-02-01|f|32.28")]
    [InlineData("SELECT kode FROM \"{0}\" WHERE jumlah = (SELECT max(jumlah) FROM \"{0}\") UNION ALL SELECT 'x' ORDER BY 1", "33.03.08;x")]
    public async Task Should_answer_callers_sql(string sql, string expected)
    {
        await MakeAsync();
        var inspected = await Store.InspectSqlAsync(sql.Replace("{0}", Id, StringComparison.Ordinal), default);
        Assert.Equal([Id], inspected.TableIds);

        await using var rows = await Store.QuerySqlAsync(inspected, new SqlLimits(100, Limit), default);

        Assert.Equal(expected, string.Join(';', (await ReadAsync(rows)).Select(row => string.Join('|', row.Select(cell => CellText.Of(cell, milliseconds: false))))));
    }

    // Columns without AS are called as PostgreSQL calls them, on any engine: clients read values by these names
    [Theory]
    [InlineData("SELECT avg(luas), count(*), sum(jumlah), max(kecamatan), 1, sum(jumlah) / 2.0 IS NULL, max(kecamatan) || 'x' FROM \"{0}\"",
        "avg numeric|count int8|sum int8|max text|?column? int4|?column? bool|?column? text")]
    [InlineData("SELECT upper(kecamatan), jumlah::text, '1'::int, extract(year from tanggal)::int, coalesce(kode, '-'), nullif(jumlah, 1) FROM \"{0}\"",
        "upper text|jumlah text|int4 int4|extract int4|coalesce text|nullif int4")]
    [InlineData("SELECT case when aktif then 1 else 2 end, case when aktif then kode else kecamatan end, aktif is null, aktif and true FROM \"{0}\"",
        "case int4|kecamatan text|?column? bool|?column? bool")]
    [InlineData("SELECT exists(select 1 from \"{0}\"), (select max(jumlah) from \"{0}\"), (select min(jumlah) as m from \"{0}\"), row_number() over (order by kode) FROM \"{0}\"",
        "exists bool|max int4|m int4|row_number int8")]
    [InlineData("SELECT jumlah as n, a.kode, count(*) OVER () FROM \"{0}\" a", "n int4|kode text|count int8")]
    [InlineData("WITH x AS (SELECT kode, jumlah FROM \"{0}\") SELECT x.*, left(kode, 2) FROM x", "kode text|jumlah int4|left text")]
    [InlineData("SELECT lower(kode) FROM \"{0}\" UNION SELECT kecamatan FROM \"{0}\"", "lower text")]
    public async Task Should_name_unnamed_columns_as_postgresql_does(string sql, string expected)
    {
        await MakeAsync();

        await using var rows = await Store.QuerySqlAsync(await Store.InspectSqlAsync(sql.Replace("{0}", Id, StringComparison.Ordinal), default), new SqlLimits(100, Limit), default);

        Assert.Equal(expected, string.Join('|', rows.Columns.Select(c => $"{c.Name} {c.Type}")));
        Assert.NotEmpty(await ReadAsync(rows));
    }

    [Theory]
    [InlineData("", DataStoreError.SqlNotSingle)]
    [InlineData("SELECT 1; SELECT 2", DataStoreError.SqlNotSingle)]
    [InlineData("bukan sql", DataStoreError.SqlSyntax)]
    [InlineData("DELETE FROM \"{0}\"", DataStoreError.SqlStatement)]
    [InlineData("SELECT pg_sleep(1)", DataStoreError.SqlFunction)]
    [InlineData("SELECT * FROM pg_user", DataStoreError.SqlSystemTable)]
    [InlineData("SELECT * FROM \"tidak-ada\"", DataStoreError.SqlTable)]
    public async Task Should_refuse_what_is_no_plain_select(string sql, DataStoreError expected)
    {
        await MakeAsync();
        await RefusesAsync(expected, async () => await Store.InspectSqlAsync(sql.Replace("{0}", Id, StringComparison.Ordinal), default));
    }

    [Fact]
    public async Task Should_stop_what_takes_too_long_and_give_one_row_more_than_the_limit()
    {
        await MakeAsync();
        var slow = await Store.InspectSqlAsync($"SELECT count(*) FROM \"{Id}\" a, generate_series(1, 3000000000) b", default);
        await RefusesAsync(DataStoreError.TooSlow, async () => await ReadAsync(await Store.QuerySqlAsync(slow, new SqlLimits(10, TimeSpan.FromMilliseconds(300)), default)));
        var many = await Store.InspectSqlAsync("SELECT * FROM generate_series(1, 1000) g", default);
        await using var rows = await Store.QuerySqlAsync(many, new SqlLimits(10, Limit), default);
        Assert.Equal(11, (await ReadAsync(rows)).Count);
    }

    private static async IAsyncEnumerable<DataBatch> BatchesAsync(int rows, string? key)
    {
        await Task.Yield();
        for (var from = 0; from < rows; from += 1000)
        {
            var count = Math.Min(1000, rows - from);
            var cells = Enumerable.Range(from, count).SelectMany(i => (DataValue[])
                [DataValue.Of(key ?? $"k{i}"), DataValue.Of("Kutasari"), DataValue.Of(i), DataValue.Numeric("1.50"), DataValue.Date(i), DataValue.Of(i % 2 == 0)]);
            yield return new DataBatch(Columns.Length, count, [.. cells]);
        }
    }

    private static async IAsyncEnumerable<DataBatch> BrokenAsync()
    {
        await foreach (var batch in BatchesAsync(1500, null))
        {
            yield return batch;
        }

        throw new InvalidDataException("The file ends here");
    }

    private async Task MakeAsync() => await Store.ChangeAsync(
        new TableChange(Id)
        {
            Columns = Columns,
            PrimaryKey = ["kode"],
            Indexes = [["kecamatan"]],
            Aliases = ["wilayah"],
            RowColumns = [.. Columns.Select(c => c.Name)],
            Rows = new DataBatch(6, 3,
            [
                DataValue.Of("33.03.01"), DataValue.Of("Kemangkon"), DataValue.Of(61000), DataValue.Numeric("45.13"), DataValue.Date(20119), DataValue.Of(true),
                DataValue.Of("33.03.09"), DataValue.Of("Bobotsari"), DataValue.Of(52000), DataValue.Numeric("32.28"), DataValue.Date(20147), DataValue.Of(false),
                DataValue.Of("33.03.08"), DataValue.Of("Mrebet"), DataValue.Of(74000), DataValue.Numeric("47.89"), DataValue.Null, DataValue.Of(true),
            ]),
        },
        default);

    private Task<WriteResult> WriteAsync(WriteMethod method, string[] columns, DataValue[] cells, string[]? key = null) =>
        Store.WriteAsync(new TableWrite(Id, method, columns, new DataBatch(columns.Length, cells.Length / columns.Length, cells), key ?? ["kode"]), default);

    private async Task<List<DataValue[]>> RowsAsync(DataQuery query)
    {
        await using var rows = await Store.QueryAsync(query, Limit, default);
        return await ReadAsync(rows);
    }

    private async Task<List<long>> IdsAsync(DataQuery query) => [.. (await RowsAsync(query)).Select(row => row[0].Whole)];

    private static async Task<List<DataValue[]>> ReadAsync(DataRows rows)
    {
        var all = new List<DataValue[]>();
        await using (rows)
        {
            await foreach (var batch in rows.ReadAsync(default))
            {
                for (var row = 0; row < batch.Rows; row++)
                {
                    all.Add(batch.Row(row).ToArray());
                }
            }
        }

        return all;
    }

    private static async Task<DataStoreException> RefusesAsync(DataStoreError expected, Func<Task> work)
    {
        var error = await Assert.ThrowsAsync<DataStoreException>(work);
        Assert.Equal(expected, error.Error);
        return error;
    }
}
