using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.DataStore.DuckDb;

namespace Purbalingga.DataStore.Tests.Contract;

/// <summary>What is true of tables only because each lies in a file.</summary>
public sealed class DuckDbFileTests : IDisposable
{
    private const string First = "0f9a1c5e-7a52-4c7e-9a55-111111111111";
    private const string Second = "0f9a1c5e-7a52-4c7e-9a55-222222222222";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly string _folder = Directory.CreateTempSubdirectory("satudata-duck-files").FullName;

    private string Tables => Path.Combine(_folder, "datastore");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Should_keep_a_table_that_is_made_while_the_dropped_one_of_its_name_is_still_read()
    {
        using (var store = await OpenAsync())
        {
            await MakeAsync(store, First, "lama");
            var reading = await store.QueryAsync(new DataQuery(First), Limit, default);
            Assert.True(await store.DropAsync(First, default));
            await MakeAsync(store, First, "baru");
            await reading.DisposeAsync();

            Assert.Equal(["baru"], await ReadAsync(store, First));
        }

        using var again = await OpenAsync();
        Assert.Equal(["baru"], await ReadAsync(again, First));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    [InlineData(8192)]
    public async Task Should_serve_the_other_tables_and_keep_the_file_when_one_is_damaged(int from)
    {
        string damaged;
        using (var store = await OpenAsync())
        {
            await MakeAsync(store, First, "satu");
            damaged = Assert.Single(Directory.GetFiles(Tables, "*.duckdb"));
            await MakeAsync(store, Second, "dua");
        }

        await using (var file = new FileStream(damaged, FileMode.Open))
        {
            file.Position = from;
            file.Write(new byte[6000]);
        }

        using (var store = await OpenAsync())
        {
            Assert.Equal(["dua"], await ReadAsync(store, Second));
            Assert.Null(await store.FindAsync(First, default));
            await MakeAsync(store, First, "lagi");
        }

        using var later = await OpenAsync();
        Assert.Equal(["lagi"], await ReadAsync(later, First));
        Assert.True(File.Exists(damaged + ".damaged"));
    }

    [Fact]
    public async Task Should_refuse_a_folder_that_another_store_has()
    {
        using var store = await OpenAsync();

        var error = await Assert.ThrowsAsync<IOException>(OpenAsync);

        Assert.Contains("in use", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_find_tables_by_the_alias_that_was_claimed_last()
    {
        using var store = await OpenAsync();
        await MakeAsync(store, First, "satu");
        await MakeAsync(store, Second, "dua");
        await store.ChangeAsync(new TableChange(First) { Aliases = ["wilayah"] }, default);
        Assert.Equal(First, (await store.FindAsync("wilayah", default))?.Id);

        await store.ChangeAsync(new TableChange(First) { Aliases = [] }, default);
        Assert.Null(await store.FindAsync("wilayah", default));

        await store.ChangeAsync(new TableChange(Second) { Aliases = ["wilayah"] }, default);
        Assert.Equal(Second, (await store.FindAsync("wilayah", default))?.Id);
        await store.DropAsync(Second, default);
        Assert.Null(await store.FindAsync("wilayah", default));
    }

    private async Task<DuckDataStore> OpenAsync()
    {
        var store = new DuckDataStore(Options.Create(new CatalogOptions { DataPath = _folder }), NullLogger<DuckDataStore>.Instance);
        try
        {
            await store.StartAsync(default);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static Task<WriteResult> MakeAsync(DuckDataStore store, string id, string value) => store.ChangeAsync(
        new TableChange(id) { Columns = [new DataColumn("nama", "text")], RowColumns = ["nama"], Rows = new DataBatch(1, 1, [DataValue.Of(value)]) }, default);

    private static async Task<List<string>> ReadAsync(DuckDataStore store, string id)
    {
        var found = new List<string>();
        await using var rows = await store.QueryAsync(new DataQuery(id) { Columns = ["nama"] }, Limit, default);
        await foreach (var batch in rows.ReadAsync(default))
        {
            for (var row = 0; row < batch.Rows; row++)
            {
                found.Add(batch.Row(row)[0].Text);
            }
        }

        return found;
    }
}
