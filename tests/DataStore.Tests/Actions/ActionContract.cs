using System.Text;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.DataStore.Tests.Actions;

/// <summary>CKAN's actions over every engine and the records: rights, flags, wording, dumps.</summary>
public abstract class ActionContract : IAsyncLifetime
{
    private TestDatabase? _database;
    private CatalogHost? _host;

    protected CatalogHost Host => _host!;

    /// <summary>A resource with a table of three rows, kode a to c (the key) and jumlah 1 to 3.</summary>
    protected string Id { get; private set; } = "";

    /// <summary>Value of the setting <c>DataStore:Engine</c>.</summary>
    protected abstract string Engine { get; }

    /// <summary>Records that the engine goes with.</summary>
    protected abstract Task<TestDatabase> CreateDatabaseAsync();

    public async Task InitializeAsync()
    {
        _database = await CreateDatabaseAsync();
        _host = await CatalogHost.StartAsync(_database, new Dictionary<string, string?> { ["DataStore:Engine"] = Engine });
        await Host.AsSysadminAsync("organization_create", new { name = "opd-tabel" });
        await Host.AsSysadminAsync("package_create", new { name = "tabel", owner_org = "opd-tabel" });
        var made = await Host.AsSysadminAsync("datastore_create", new
        {
            resource = new { package_id = "tabel" },
            fields = new[] { new { id = "kode", type = "text" }, new { id = "jumlah", type = "int" } },
            records = new[] { new { kode = "a", jumlah = 1 }, new { kode = "b", jumlah = 2 }, new { kode = "c", jumlah = 3 } },
            primary_key = "kode",
        });
        Id = (string)made!["resource_id"]!;
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await _database!.DisposeAsync();
    }

    [Fact]
    public async Task Should_mark_the_resource_while_it_has_a_table()
    {
        var resource = await ResourceAsync();
        Assert.True((bool)resource["datastore_active"]!);
        Assert.Equal($"http://localhost:5000/datastore/dump/{Id}", (string?)resource["url"]);
        Assert.Equal("datastore", (string?)resource["url_type"]);

        await Host.AsSysadminAsync("datastore_delete", new { resource_id = Id });

        Assert.False((bool)(await ResourceAsync())["datastore_active"]!);
    }

    [Fact]
    public async Task Should_mend_at_start_what_a_kill_left_between_engine_and_records()
    {
        await Host.Get<IDataStore>().DropAsync(Id, default);
        await Host.Get<IDataStore>().ChangeAsync(new TableChange(Guid.NewGuid().ToString()) { Columns = [new("a", "text")] }, default);
        await Host.Get<ActiveFlags>().MendAsync(default);
        Assert.False((bool)(await ResourceAsync())["datastore_active"]!);
        Assert.Empty(await Host.Get<IDataStore>().ListAsync(default));

        await Host.Get<IDataStore>().ChangeAsync(new TableChange(Id) { Columns = [new("a", "text")] }, default);
        await Host.Get<ActiveFlags>().MendAsync(default);
        Assert.True((bool)(await ResourceAsync())["datastore_active"]!);
    }

    [Fact]
    public async Task Should_leave_no_resource_behind_when_the_table_cannot_be_made()
    {
        var records = new[] { new { kode = "x" }, new { kode = "x" } };
        await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync("datastore_create", new { resource = new { package_id = "tabel" }, records, primary_key = "kode" }));
        var dataset = await Host.AsSysadminAsync("package_show", new { id = "tabel" });
        Assert.Single(dataset!["resources"]!.AsArray());
    }

    [Fact]
    public async Task Should_not_write_tables_of_files_without_force()
    {
        var link = await Host.AsSysadminAsync("resource_create", new { package_id = "tabel", url = "https://example.test/a.csv" });
        var id = (string)link!["id"]!;
        var error = await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync("datastore_create", new { resource_id = id, fields = new[] { new { id = "a", type = "text" } } }));
        Assert.StartsWith("Cannot edit read-only resource", (string?)error.Errors["read-only"]![0], StringComparison.Ordinal);
        await Host.AsSysadminAsync("datastore_create", new { resource_id = id, fields = new[] { new { id = "a", type = "text" } }, force = true });
        Assert.NotNull(await Host.Get<IDataStore>().FindAsync(id, default));
    }

    [Fact]
    public async Task Should_let_only_editors_write()
    {
        var error = await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsUserAsync("orang-lain", "datastore_upsert", new { resource_id = Id, records = Array.Empty<object>() }));
        Assert.Equal($"User orang-lain not authorized to perform resource_update on resource {Id}", error.Detail);
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsAnonymousAsync("datastore_delete", new { resource_id = Id }));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsUserAsync("orang-lain", "datastore_function_create", new { name = "f", definition = "BEGIN END;" }));
    }

    [Fact]
    public async Task Should_page_by_keys_and_links()
    {
        var first = (await Host.AsAnonymousAsync("datastore_search", new { resource_id = Id, limit = 2, include_next_page = true, sort = "_id" }))!;
        Assert.Equal("""{"_id":{"gt":2}}""", first["next_page"]!.ToJsonString());
        Assert.Equal($"/api/3/action/datastore_search?resource_id={Id}&limit=2&include_next_page=True&sort=_id&offset=2", (string?)first["_links"]!["next"]);
        var second = (await Host.AsAnonymousAsync("datastore_search", new { resource_id = Id, filters = first["next_page"] }))!;
        Assert.Equal("c", (string?)Assert.Single(second["records"]!.AsArray())!["kode"]);
    }

    [Theory]
    [InlineData("csv", "_id,kode,jumlah\r\n1,a,1\n2,b,2\n3,c,3\n")]
    [InlineData("tsv", "_id\tkode\tjumlah\r\n1\ta\t1\n2\tb\t2\n3\tc\t3\n")]
    public async Task Should_dump(string format, string expected)
    {
        await using var dump = await Host.Get<DataStoreDumps>().OpenAsync(Id, new JsonObject { ["format"] = format }, Caller.Anonymous, default);
        using var output = new MemoryStream();
        await dump.WriteAsync(output, default);
        Assert.Equal(expected, Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal($"{Id}.{format}", dump.FileName);
    }

    [Fact]
    public async Task Should_refuse_single_values_of_any_length()
    {
        var error = await Assert.ThrowsAsync<InvalidException>(() => Host.AsAnonymousAsync("datastore_search_sql", new { sql = "SELECT string_agg(md5(a::text), '') FROM generate_series(1, 300000) a" }));
        Assert.StartsWith("A value is longer than", (string?)error.Errors["query"]![0], StringComparison.Ordinal);
        var fine = await Host.AsAnonymousAsync("datastore_search_sql", new { sql = "SELECT string_agg(md5(a::text), '') AS t FROM generate_series(1, 10000) a" });
        Assert.Equal(320_000, ((string)fine!["records"]![0]!["t"]!).Length);
    }

    private async Task<JsonNode> ResourceAsync() => (await Host.AsAnonymousAsync("resource_show", new { id = Id }))!;
}
