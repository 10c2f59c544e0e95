using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.DataStore.DuckDb;

namespace Purbalingga.DataStore.Tests.Contract;

/// <summary>Keys of large tables are kept in memory as texts; values that have several texts must not become two rows of one key.</summary>
public sealed class DuckDbKeyTests : IDisposable
{
    private const string Id = "0f9a1c5e-7a52-4c7e-9a55-333333333333";
    private const int Rows = 6000;
    private readonly string _folder = Directory.CreateTempSubdirectory("satudata-keys").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("numeric", "007", "7")]
    [InlineData("numeric", "7.0", "7")]
    [InlineData("int8", "7", "7")]
    [InlineData("text", "7", "7")]
    public async Task Should_find_a_key_however_it_is_written(string type, string asked, string kept)
    {
        using var store = new DuckDataStore(Options.Create(new CatalogOptions { DataPath = _folder }), NullLogger<DuckDataStore>.Instance);
        await store.StartAsync(default);
        await store.ChangeAsync(
            new TableChange(Id)
            {
                Columns = [new("kunci", type), new("nilai", "text")], PrimaryKey = ["kunci"], RowColumns = ["kunci", "nilai"],
                Rows = new DataBatch(2, Rows, [.. Enumerable.Range(1, Rows).SelectMany(i => (DataValue[])[Value(type, $"{i}"), DataValue.Of("lama")])]),
            },
            default);

        await store.WriteAsync(new TableWrite(Id, WriteMethod.Upsert, ["kunci", "nilai"], new DataBatch(2, 1, [Value(type, asked), DataValue.Of("baru")]), ["kunci"]), default);

        await using var rows = await store.QueryAsync(new DataQuery(Id) { Filter = new ColumnFilter("nilai", FilterOperator.Equal, [DataValue.Of("baru")]), WithTotal = true, Columns = ["kunci"] }, TimeSpan.FromSeconds(30), default);
        await foreach (var batch in rows.ReadAsync(default))
        {
            Assert.Equal(kept, type == "int8" ? $"{batch.Row(0)[0].Whole}" : batch.Row(0)[0].Text);
        }

        Assert.Equal(1, rows.Total);
        Assert.Equal(Rows, (await store.InspectAsync(Id, default)).Count);
    }

    private static DataValue Value(string type, string text) => type switch
    {
        "int8" => DataValue.Of(long.Parse(text, System.Globalization.CultureInfo.InvariantCulture)),
        "numeric" => DataValue.Numeric(text),
        _ => DataValue.Of(text),
    };
}
