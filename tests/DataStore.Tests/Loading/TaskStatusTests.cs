using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.DataStore.Tests.Loading;

/// <summary>CKAN's table of background tasks.</summary>
public sealed class TaskStatusTests : IAsyncLifetime
{
    private TestDatabase? _database;
    private CatalogHost? _host;

    private CatalogHost Host => _host!;

    public async Task InitializeAsync()
    {
        _database = await SqliteTestDatabase.CreateAsync();
        _host = await CatalogHost.StartAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await _database!.DisposeAsync();
    }

    [Fact]
    public async Task Should_keep_one_state_of_each_task()
    {
        var made = await WriteAsync(new { entity_id = "e", entity_type = "resource", task_type = "t", key = "k", value = "v", state = "pending", last_updated = "2026-01-02T03:04:05" });
        var id = (string)made["id"]!;
        Assert.Equal(
            $$$"""{"id":"{{{id}}}","entity_id":"e","entity_type":"resource","task_type":"t","key":"k","value":"v","state":"pending","error":null,"last_updated":"2026-01-02T03:04:05"}""", made.ToJsonString());

        var again = await WriteAsync(new { entity_id = "e", entity_type = "resource", task_type = "t", key = "k", state = "complete" });
        Assert.Equal((id, "complete", "v"), ((string?)again["id"], (string?)again["state"], (string?)again["value"]));
        var byId = await WriteAsync(new { id, entity_id = "e", entity_type = "resource", task_type = "t", key = "k", error = "salah" });
        Assert.Equal((id, "salah"), ((string?)byId["id"], (string?)byId["error"]));

        Assert.Equal("complete", (string?)(await Host.AsAnonymousAsync("task_status_show", new { id }))!["state"]);
        Assert.Equal(id, (string?)(await Host.AsAnonymousAsync("task_status_show", new { entity_id = "e", task_type = "t", key = "k" }))!["id"]);
    }

    [Fact]
    public async Task Should_write_many_or_none()
    {
        var item = new { entity_id = "a", entity_type = "resource", task_type = "t", key = "k", state = "pending" };
        await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync("task_status_update_many", new { data = new object[] { item, new { entity_id = "b" } } }));
        await Assert.ThrowsAsync<NotFoundException>(() => Host.AsAnonymousAsync("task_status_show", new { entity_id = "a", task_type = "t", key = "k" }));

        var written = await Host.AsSysadminAsync("task_status_update_many", new { data = new object[] { item, item } });
        var ids = written!["results"]!.AsArray().Select(r => (string)r!["id"]!).ToList();
        Assert.Equal(2, ids.Count);
        Assert.Single(ids.Distinct());

        await Host.AsSysadminAsync("task_status_delete", new { id = ids[0] });
        await Assert.ThrowsAsync<NotFoundException>(() => Host.AsAnonymousAsync("task_status_show", new { id = ids[0] }));
        await Assert.ThrowsAsync<NotFoundException>(() => Host.AsSysadminAsync("task_status_delete", new { id = ids[0] }));
    }

    [Fact]
    public async Task Should_refuse_in_the_words_of_CKAN()
    {
        var missing = await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync("task_status_update", new { entity_id = "e", entity_type = "" }));
        Assert.Equal("""{"entity_type":["Missing value"],"task_type":["Missing value"],"key":["Missing value"]}""", missing.Errors.ToJsonString());
        var unknown = await Assert.ThrowsAsync<NotFoundException>(() => Host.AsSysadminAsync("task_status_update", new { id = "x", entity_id = "e", entity_type = "r", task_type = "t", key = "k" }));
        Assert.Equal("TaskStatus was not found.", unknown.Detail);
        var denied = await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsUserAsync("orang", "task_status_update", new { entity_id = "e" }));
        Assert.Equal("User orang not authorized to update task_status table", denied.Detail);
        await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync("task_status_update_many", new { data = "x" }));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsAnonymousAsync("task_status_delete", new { id = "x" }));
    }

    private async Task<JsonObject> WriteAsync(object data) => (await Host.AsSysadminAsync("task_status_update", data))!.AsObject();
}
