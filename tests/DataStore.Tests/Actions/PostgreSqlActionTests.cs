using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.DataStore.Tests.Actions;

/// <inheritdoc />
public sealed class PostgreSqlActionTests : ActionContract
{
    protected override string Engine => "PostgreSql";

    [Fact]
    public async Task Should_run_triggers_written_by_sysadmins()
    {
        await Host.AsSysadminAsync("datastore_function_create", new { name = "tolak", rettype = "trigger", definition = "BEGIN IF NEW.jumlah < 0 THEN RAISE EXCEPTION 'jumlah negatif'; END IF; NEW.kode = upper(NEW.kode); RETURN NEW; END;" });
        await Host.AsSysadminAsync("datastore_create", new { resource_id = Id, triggers = new[] { new { function = "tolak" } } });
        Assert.Equal(3, (int)(await Host.AsSysadminAsync("datastore_run_triggers", new { resource_id = Id }))!);
        var error = await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync("datastore_upsert", new { resource_id = Id, method = "insert", records = new[] { new { kode = "d", jumlah = -1 } } }));
        Assert.Equal("jumlah negatif", (string?)error.Errors["records"]![0]);
        var rows = await Host.AsAnonymousAsync("datastore_search", new { resource_id = Id, fields = "kode", records_format = "csv" });
        Assert.Equal("A\nB\nC\n", (string?)rows!["records"]);
    }

    protected override Task<TestDatabase> CreateDatabaseAsync() => PostgreSqlTestDatabase.CreateAsync();
}
