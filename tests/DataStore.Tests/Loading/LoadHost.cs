using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Storage;
using Purbalingga.Catalog.Tests.Hosting;
using Purbalingga.Catalog.Users;

namespace Purbalingga.DataStore.Tests.Loading;

/// <summary>A catalog that loads uploads, with a dataset to upload into; can be stopped and started on the same data.</summary>
internal sealed class LoadHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("load-host-");
    private readonly TestDatabase _database;
    private readonly string _engine;
    private CatalogHost? _host;

    private LoadHost(TestDatabase database, string engine)
    {
        _database = database;
        _engine = engine;
    }

    public CatalogHost Catalog => _host!;

    public IDataStore Store => Catalog.Get<IDataStore>();

    public GatedStorage Storage => (GatedStorage)Catalog.Get<IFileStorage>();

    public static async Task<LoadHost> StartAsync(TestDatabase database, string engine)
    {
        var host = new LoadHost(database, engine);
        await host.StartAsync();
        await host.Catalog.AsSysadminAsync("organization_create", new { name = "opd-muat" });
        await host.Catalog.AsSysadminAsync("package_create", new { name = "muat", owner_org = "opd-muat" });
        return host;
    }

    /// <summary>Starts it, again on the same data after <see cref="StopAsync"/>.</summary>
    public async Task StartAsync(bool loading = true) => _host = await CatalogHost.StartAsync(
        _database,
        new Dictionary<string, string?> { ["DataStore:Engine"] = _engine, ["DataStore:LoadUploads"] = loading.ToString(), ["Catalog:DataPath"] = _folder.FullName },
        services =>
        {
            var made = services.Last(s => s.ServiceType == typeof(IFileStorage));
            services.AddSingleton<IFileStorage>(s => new GatedStorage((IFileStorage)(made.ImplementationFactory?.Invoke(s) ?? ActivatorUtilities.CreateInstance(s, made.ImplementationType!))));
        });

    public async Task StopAsync()
    {
        await Catalog.DisposeAsync();
        _host = null;
    }

    /// <summary>Uploads a new resource.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> UploadAsync(string fileName, Stream content) => await SendAsync("resource_create", new JsonObject { ["package_id"] = "muat", ["name"] = fileName }, fileName, content);

    /// <inheritdoc cref="UploadAsync(string,Stream)"/>
    public Task<string> UploadAsync(string fileName, string content) => UploadAsync(fileName, Bytes(content));

    /// <summary>Puts another file in the place of one.</summary>
    public async Task ReplaceAsync(string id, string fileName, string content) => await SendAsync("resource_patch", new JsonObject { ["id"] = id, ["format"] = "" }, fileName, Bytes(content));

    /// <summary>What <c>table_load_show</c> says once the load has come to an end.</summary>
    public Task<JsonObject> EndAsync(string id) => WaitAsync(id, load => (string?)load["state"] is not (null or "pending" or "running"));

    /// <summary>What <c>table_load_show</c> says once it says what is waited for.</summary>
    public async Task<JsonObject> WaitAsync(string id, Func<JsonObject, bool> until)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var load = (await Catalog.AsSysadminAsync("table_load_show", new { id }))!.AsObject();
            if (until(load))
            {
                return load;
            }

            Assert.True(watch.Elapsed < Patience, $"Still {load}");
            await Task.Delay(20);
        }
    }

    /// <summary>Waits until something holds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(watch.Elapsed < Patience, "It never came to hold");
            await Task.Delay(20);
        }
    }

    /// <summary>Rows as CSV without header.</summary>
    public async Task<string> RowsAsync(string id, string? fields = null)
    {
        var question = new JsonObject { ["resource_id"] = id, ["records_format"] = "csv", ["limit"] = 1000 };
        if (fields is not null)
        {
            question["fields"] = fields;
        }

        return (string)(await Catalog.AsSysadminAsync("datastore_search", question))!["records"]!;
    }

    /// <summary>Columns as <c>name:type</c>.</summary>
    public async Task<string> ColumnsAsync(string id) =>
        string.Join(" ", (await Catalog.AsSysadminAsync("datastore_info", new { id }))!["fields"]!.AsArray().Select(f => $"{f!["id"]}:{f["type"]}"));

    public async Task<bool> IsActiveAsync(string id) => (bool)(await Catalog.AsSysadminAsync("resource_show", new { id }))!["datastore_active"]!;

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            Storage.LetGo();
            await _host.DisposeAsync();
        }

        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<string> SendAsync(string action, JsonObject data, string fileName, Stream content)
    {
        var stored = await Storage.PutAsync(content, fileName, long.MaxValue, default);
        var input = new ActionInput(data, new Dictionary<string, UploadedFile> { ["upload"] = new(fileName, null, stored) });
        var answer = await Catalog.Get<IActionRunner>().RunAsync(action, input, await Catalog.Get<ICallerDirectory>().SystemAsync(default), default);
        return (string)JsonNode.Parse(answer.Span)!["id"]!;
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
