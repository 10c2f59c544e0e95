using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.DataStore.Loading;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.DataStore.Tests.Loading;

/// <summary>The way of real files into every engine, with everything that may come between.</summary>
public abstract class LoadContract : IAsyncLifetime
{
    private const string People = "Kode;Kecamatan;Jumlah;Tanggal;Sudah\n33.03.01;Kemangkon;1.250;31/12/2025;ya\n33.03.02;Bukateja;2.500;30/12/2025;tidak\n";
    private static readonly string Files = Path.Combine(AppContext.BaseDirectory, "Files");
    private LoadHost? _host;

    private protected LoadHost Host => _host!;

    /// <summary>Value of the setting <c>DataStore:Engine</c>.</summary>
    protected abstract string Engine { get; }

    /// <summary>Records that the engine goes with.</summary>
    protected abstract Task<TestDatabase> CreateDatabaseAsync();

    public async Task InitializeAsync() => _host = await LoadHost.StartAsync(await CreateDatabaseAsync(), Engine);

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public async Task Should_make_a_typed_table_of_an_upload()
    {
        var id = await Host.UploadAsync("penduduk.csv", People);
        var load = await Host.EndAsync(id);

        Assert.Equal("complete", (string?)load["state"]);
        Assert.Equal(2, (int)load["rows"]!);
        Assert.True((bool)load["is_current"]!);
        Assert.Null(load["error"]);
        Assert.Contains(load["log"]!.AsArray(), line => ((string)line!["message_id"]!).StartsWith("Selesai: 2 baris", StringComparison.Ordinal));
        Assert.Equal("kode:text kecamatan:text jumlah:int8 tanggal:date sudah:bool", await Host.ColumnsAsync(id));
        Assert.Equal("1,33.03.01,Kemangkon,1250,2025-12-31,t\n2,33.03.02,Bukateja,2500,2025-12-30,f\n", await Host.RowsAsync(id));
        Assert.True(await Host.IsActiveAsync(id));
        var info = await Host.Catalog.AsAnonymousAsync("datastore_info", new { id });
        Assert.Equal("Kecamatan", (string?)info!["fields"]![1]!["info"]!["label"]);
    }

    [Theory]
    [InlineData("penduduk-libreoffice.xlsx")]
    [InlineData("penduduk-libreoffice.ods")]
    [InlineData("penduduk-libreoffice.xls")]
    public async Task Should_load_workbooks_of_other_programs(string name)
    {
        await using var file = File.OpenRead(Path.Combine(Files, name));
        var id = await Host.UploadAsync(name, file);
        Assert.Equal("complete", (string?)(await Host.EndAsync(id))["state"]);
        await using var text = File.OpenRead(Path.Combine(Files, "penduduk-libreoffice.csv"));
        var same = await Host.UploadAsync("penduduk-libreoffice.csv", text);
        Assert.Equal("complete", (string?)(await Host.EndAsync(same))["state"]);
        var (rows, expected) = (await Host.RowsAsync(id), await Host.RowsAsync(same));
        Assert.Equal(Without(expected, Merged), Without(rows, Merged));
        Assert.All(Column(rows, Merged), value => Assert.NotEmpty(value));
    }

    [Fact]
    public async Task Should_leave_a_table_that_is_made_after_its_own_was_deleted()
    {
        var id = await Host.UploadAsync("penduduk.csv", People);
        Assert.Equal("complete", (string?)(await Host.EndAsync(id))["state"]);
        await Host.Catalog.AsSysadminAsync("datastore_delete", new { resource_id = id, force = true });
        await Host.Catalog.AsSysadminAsync("datastore_create", new { resource_id = id, force = true, fields = new[] { new { id = "nama", type = "text" } }, records = new[] { new { nama = "milik orang" } } });

        await Host.Catalog.AsSysadminAsync("table_load_submit", new { id });

        Assert.Equal("foreign", (string?)(await Host.EndAsync(id))["state"]);
        Assert.Contains("milik orang", await Host.RowsAsync(id), StringComparison.Ordinal);
    }

    // The column of regions is merged downwards, which a CSV file does not know
    private const int Merged = 2;

    private static IEnumerable<string> Without(string rows, int column) => Lines(rows).Select(cells => string.Join(',', cells.Where((_, at) => at != column)));

    private static IEnumerable<string> Column(string rows, int column) => Lines(rows).Select(cells => cells[column]);

    private static IEnumerable<string[]> Lines(string rows) => rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','));

    [Fact]
    public async Task Should_serve_the_last_good_table_when_the_new_file_is_broken_and_say_where()
    {
        var id = await Host.UploadAsync("penduduk.csv", People);
        await Host.EndAsync(id);
        await Host.Catalog.AsSysadminAsync("table_plan_correct", new { id, correction = new { columns = new[] { new { column = "Jumlah", type = "integer" } } } });
        await Host.EndAsync(id);

        await Host.ReplaceAsync(id, "penduduk.csv", "Kode;Kecamatan;Jumlah;Tanggal;Sudah\n33.03.01;Kemangkon;1.250;31/12/2025;ya\n33.03.02;Bukateja;banyak;30/12/2025;tidak\n");
        var load = await Host.WaitAsync(id, l => (string?)l["state"] == "error");

        var error = load["error"]!;
        Assert.Equal((3, "Jumlah", "banyak", "integer"), ((int)error["row"]!, (string?)error["column"], (string?)error["value"], (string?)error["expected"]));
        Assert.Contains("banyak", (string?)error["message_id"], StringComparison.Ordinal);
        Assert.False((bool)load["is_current"]!);
        Assert.Equal(2, (int)load["rows"]!);
        Assert.StartsWith("1,33.03.01,Kemangkon,1250", await Host.RowsAsync(id), StringComparison.Ordinal);
        Assert.True(await Host.IsActiveAsync(id));
    }

    [Fact]
    public async Task Should_load_a_replaced_file_and_keep_what_people_wrote_about_its_columns()
    {
        var id = await Host.UploadAsync("penduduk.csv", People);
        await Host.EndAsync(id);
        await Host.Catalog.AsSysadminAsync("datastore_create", new
        {
            resource_id = id,
            force = true,
            fields = new object[] { new { id = "kecamatan", type = "text", info = new { label = "Nama kecamatan", notes = "Resmi" } } },
            primary_key = new[] { "kode" },
            indexes = new[] { "kecamatan" },
            aliases = new[] { "penduduk_" + Engine.ToLowerInvariant() },
        });

        await Host.ReplaceAsync(id, "penduduk.csv", "Kode,Kecamatan,Luas\n33.03.03,Kejobong,40.5\n");
        var load = await Host.WaitAsync(id, l => (bool)l["is_current"]!);

        Assert.Equal("complete", (string?)load["state"]);
        Assert.Equal("kode:text kecamatan:text luas:float8", await Host.ColumnsAsync(id));
        Assert.Equal("1,33.03.03,Kejobong,40.5\n", await Host.RowsAsync(id));
        var table = await Host.Store.FindAsync(id, default);
        Assert.Equal(["kode"], table!.PrimaryKey);
        Assert.Equal(["penduduk_" + Engine.ToLowerInvariant()], table.Aliases);
        Assert.Contains("Nama kecamatan", table.Find("kecamatan")!.InfoJson, StringComparison.Ordinal);
        Assert.Contains("Resmi", table.Find("kecamatan")!.InfoJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_which_key_a_new_file_breaks()
    {
        var id = await Host.UploadAsync("penduduk.csv", People);
        await Host.EndAsync(id);
        await Host.Catalog.AsSysadminAsync("datastore_create", new { resource_id = id, force = true, primary_key = new[] { "kode" } });

        await Host.ReplaceAsync(id, "penduduk.csv", "Kode,Kecamatan\n33.03.03,Kejobong\n33.03.03,Pengadegan\n");
        var load = await Host.WaitAsync(id, l => (string?)l["state"] == "error");

        Assert.Contains("\"kode\"", (string?)load["error"]!["message_id"], StringComparison.Ordinal);
        Assert.Contains("primary_key", (string?)load["error"]!["message_en"], StringComparison.Ordinal);
        Assert.StartsWith("1,33.03.01,Kemangkon", await Host.RowsAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_follow_corrections_and_keep_them_for_the_next_file()
    {
        var id = await Host.UploadAsync("angka.csv", "Angka,Nilai\n1,10\n2,20\n3,30\n");
        await Host.EndAsync(id);
        Assert.Equal("angka:int8 nilai:int8", await Host.ColumnsAsync(id));

        var correction = JsonNode.Parse("""{"leave_out": [3], "columns": [{"column": "Angka", "type": "text", "id": "kode_opd", "label": "Kode OPD"}]}""");
        var answer = await Host.Catalog.AsSysadminAsync("table_plan_correct", new { id, correction });
        Assert.Equal("pending", (string?)answer!["state"]);
        await Host.EndAsync(id);
        Assert.Equal("kode_opd:text nilai:int8", await Host.ColumnsAsync(id));
        Assert.Equal("1,1,10\n2,3,30\n", await Host.RowsAsync(id));

        await Host.ReplaceAsync(id, "angka.csv", "Angka,Nilai\n7,70\n8,80\n9,90\n");
        await Host.WaitAsync(id, l => (bool)l["is_current"]!);
        Assert.Equal("1,7,70\n2,9,90\n", await Host.RowsAsync(id));
        var plan = await Host.Catalog.AsAnonymousAsync("table_plan_show", new { id });
        Assert.Equal("kode_opd", (string?)plan!["plan"]!["columns"]![0]!["id"]);
        Assert.Equal(3, (int)plan["correction"]!["leave_out"]![0]!);
    }

    [Fact]
    public async Task Should_take_types_from_the_dictionary_when_it_loads_again()
    {
        var id = await Host.UploadAsync("angka.csv", "Angka,Nilai\n1,10\n2,20\n");
        await Host.EndAsync(id);
        await Host.Catalog.AsSysadminAsync("datastore_create", new { resource_id = id, force = true, fields = new[] { new { id = "angka", type = "int8", info = new { type_override = "text" } } } });
        await Host.Catalog.AsSysadminAsync("table_load_submit", new { id });
        await LoadHost.UntilAsync(async () => await Host.ColumnsAsync(id) == "angka:text nilai:int8");
        Assert.Contains("type_override", (await Host.Store.FindAsync(id, default))!.Find("angka")!.InfoJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_drop_the_table_of_a_resource_that_goes_away()
    {
        var id = await Host.UploadAsync("penduduk.csv", People);
        await Host.EndAsync(id);
        await Host.Catalog.AsSysadminAsync("resource_delete", new { id });
        await LoadHost.UntilAsync(async () => await Host.Store.FindAsync(id, default) is null);
        await LoadHost.UntilAsync(async () => await LoadAsync(id) is null);
    }

    [Fact]
    public async Task Should_drop_the_tables_of_a_purged_dataset()
    {
        var id = await Host.UploadAsync("penduduk.csv", People);
        await Host.EndAsync(id);
        await Host.Catalog.AsSysadminAsync("package_delete", new { id = "muat" });
        await Host.Catalog.AsSysadminAsync("dataset_purge", new { id = "muat" });
        await LoadHost.UntilAsync(async () => await Host.Store.FindAsync(id, default) is null && await LoadAsync(id) is null);
    }

    [Fact]
    public async Task Should_drop_the_table_when_the_new_file_is_none()
    {
        var id = await Host.UploadAsync("penduduk.csv", People);
        await Host.EndAsync(id);
        await Host.ReplaceAsync(id, "laporan.pdf", "%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n");
        var load = await Host.WaitAsync(id, l => (string?)l["state"] == "no_table");
        Assert.Null(load["error"]);
        Assert.Null(await Host.Store.FindAsync(id, default));
        Assert.False(await Host.IsActiveAsync(id));
    }

    [Fact]
    public async Task Should_leave_a_table_alone_that_somebody_else_made()
    {
        await Host.StopAsync();
        await Host.StartAsync(loading: false);
        var id = await Host.UploadAsync("penduduk.csv", People);
        await Host.Catalog.AsSysadminAsync("datastore_create", new { resource_id = id, force = true, records = new[] { new { punya = "orang" } } });
        await Host.StopAsync();
        await Host.StartAsync();

        Assert.Equal("foreign", (string?)(await Host.EndAsync(id))["state"]);
        await Host.ReplaceAsync(id, "laporan.pdf", "%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n");
        await Host.EndAsync(id);
        Assert.Equal("1,orang\n", await Host.RowsAsync(id));
    }

    [Fact]
    public async Task Should_stop_when_an_operator_cancels_and_load_when_he_submits()
    {
        Host.Storage.Hold();
        var id = await Host.UploadAsync("penduduk.csv", People);
        var running = await Host.WaitAsync(id, l => (string?)l["state"] == "running" && l["progress"] is not null);
        Assert.Equal("planning", (string?)running["progress"]!["phase"]);
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.Catalog.AsUserAsync("orang-lain", "table_load_cancel", new { id }));

        await Host.Catalog.AsSysadminAsync("table_load_cancel", new { id });
        Assert.Equal("cancelled", (string?)(await Host.EndAsync(id))["state"]);
        await LoadHost.UntilAsync(() => Task.FromResult(Host.Catalog.Get<LoadBoard>().Current is null));
        Host.Storage.LetGo();
        Assert.Null(await Host.Store.FindAsync(id, default));
        await Assert.ThrowsAsync<InvalidException>(() => Host.Catalog.AsSysadminAsync("table_load_cancel", new { id }));

        await Host.Catalog.AsSysadminAsync("table_load_submit", new { id });
        Assert.Equal("complete", (string?)(await Host.EndAsync(id))["state"]);
    }

    [Fact]
    public async Task Should_give_up_a_file_that_is_replaced_while_it_loads()
    {
        Host.Storage.Hold();
        var id = await Host.UploadAsync("penduduk.csv", People);
        await Host.WaitAsync(id, l => (string?)l["state"] == "running");
        await Host.ReplaceAsync(id, "penduduk.csv", "Kode,Kecamatan\n33.03.09,Bobotsari\n");
        await Host.WaitAsync(id, l => (string?)l["state"] == "running" && Host.Catalog.Get<LoadBoard>().Current is { Job.Version: 2 });
        Host.Storage.LetGo();
        Assert.Equal("complete", (string?)(await Host.EndAsync(id))["state"]);
        Assert.Equal("1,33.03.09,Bobotsari\n", await Host.RowsAsync(id));
    }

    [Fact]
    public async Task Should_give_up_a_load_whose_resource_goes_away()
    {
        Host.Storage.Hold();
        var id = await Host.UploadAsync("penduduk.csv", People);
        await Host.WaitAsync(id, l => (string?)l["state"] == "running");
        await Host.Catalog.AsSysadminAsync("resource_delete", new { id });
        await LoadHost.UntilAsync(async () => await LoadAsync(id) is null);
        Host.Storage.LetGo();
        Assert.Null(await Host.Store.FindAsync(id, default));
    }

    [Fact]
    public async Task Should_begin_again_at_the_next_start_when_it_was_stopped_in_the_middle()
    {
        Host.Storage.Hold();
        var id = await Host.UploadAsync("penduduk.csv", People);
        await Host.WaitAsync(id, l => (string?)l["state"] == "running");
        await Host.StopAsync();
        await Host.StartAsync(loading: false);
        Assert.Equal(LoadState.Running, (await LoadAsync(id))!.State);
        await Host.StopAsync();

        await Host.StartAsync();

        Assert.Equal("complete", (string?)(await Host.EndAsync(id))["state"]);
        Assert.Equal("1,Kemangkon\n2,Bukateja\n", await Host.RowsAsync(id, "_id,kecamatan"));
    }

    [Fact]
    public async Task Should_replace_its_own_table_that_a_kill_left_before_it_could_be_noted()
    {
        Host.Storage.Hold();
        var id = await Host.UploadAsync("penduduk.csv", People);
        await Host.WaitAsync(id, l => (string?)l["state"] == "running");
        await Host.StopAsync();
        await Host.StartAsync(loading: false);
        await Host.Store.ChangeAsync(new TableChange(id) { Columns = [new("setengah", "text")] }, default);
        await Host.Catalog.Get<WriteTransactions>().RunAsync(
            async (services, ct) => await services.GetRequiredService<CatalogContext>().TableLoads.ExecuteUpdateAsync(set => set.SetProperty(l => l.OwnsTable, true), ct), default);
        await Host.StopAsync();

        await Host.StartAsync();

        Assert.Equal("complete", (string?)(await Host.EndAsync(id))["state"]);
        Assert.StartsWith("1,33.03.01", await Host.RowsAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_not_load_the_same_bytes_twice_nor_anything_for_other_changes()
    {
        var id = await Host.UploadAsync("penduduk.csv", People);
        var first = await Host.EndAsync(id);
        await Host.Catalog.AsSysadminAsync("resource_patch", new { id, description = "Lain" });
        await Host.Catalog.AsSysadminAsync("package_patch", new { id = "muat", notes = "Lain" });
        Assert.Equal(1, (await LoadAsync(id))!.Version);

        await Host.ReplaceAsync(id, "penduduk.csv", People);
        var again = await Host.WaitAsync(id, l => (string?)l["state"] == "complete" && (string?)l["finished"] != (string?)first["finished"]);
        Assert.Contains(again["log"]!.AsArray(), line => (string?)line!["message_en"] == "The served table is of this file already.");
        Assert.Equal(2, (int)again["rows"]!);
    }

    [Fact]
    public async Task Should_load_many_rows_in_order()
    {
        var text = new StringBuilder("Nomor,Nama,Nilai\n");
        for (var i = 1; i <= 30_000; i++)
        {
            text.Append(i).Append(",nama ").Append(i).Append(',').Append(i).Append(".5\n");
        }

        var id = await Host.UploadAsync("banyak.csv", text.ToString());
        var load = await Host.EndAsync(id);
        Assert.Equal(("complete", 30_000), ((string?)load["state"], (int)load["rows"]!));
        var last = await Host.Catalog.AsAnonymousAsync("datastore_search", new { resource_id = id, offset = 29_999, records_format = "csv" });
        Assert.Equal("30000,30000,nama 30000,30000.5\n", (string?)last!["records"]);
    }

    [Fact]
    public async Task Should_tell_nothing_of_a_link_and_hide_loads_of_private_datasets()
    {
        var link = await Host.Catalog.AsSysadminAsync("resource_create", new { package_id = "muat", url = "https://example.test/a.csv" });
        var load = await Host.Catalog.AsAnonymousAsync("table_load_show", new { id = (string)link!["id"]! });
        Assert.Null(load!["state"]);
        await Assert.ThrowsAsync<InvalidException>(() => Host.Catalog.AsSysadminAsync("table_load_submit", new { id = (string)link["id"]! }));

        var id = await Host.UploadAsync("penduduk.csv", People);
        await Host.EndAsync(id);
        await Host.Catalog.AsSysadminAsync("package_patch", new Dictionary<string, object> { ["id"] = "muat", ["private"] = true });
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.Catalog.AsAnonymousAsync("table_load_show", new { id }));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.Catalog.AsAnonymousAsync("table_plan_show", new { id }));
        await Assert.ThrowsAsync<NotFoundException>(() => Host.Catalog.AsSysadminAsync("table_load_show", new { id = "tidak-ada" }));
    }

    [Theory]
    [InlineData("""{"header_rows": "satu"}""")]
    [InlineData("""{"columns": [{"type": "teks"}]}""")]
    [InlineData("[1]")]
    public async Task Should_refuse_what_is_no_correction(string correction)
    {
        var id = await Host.UploadAsync("penduduk.csv", People);
        var error = await Assert.ThrowsAsync<InvalidException>(() => Host.Catalog.AsSysadminAsync("table_plan_correct", new { id, correction = JsonNode.Parse(correction) }));
        Assert.NotNull(error.Errors["correction"]);
    }

    [Fact]
    public async Task Should_tell_clients_of_other_loaders_how_far_it_is()
    {
        var id = await Host.UploadAsync("penduduk.csv", People);
        await Host.EndAsync(id);
        var status = await Host.Catalog.AsAnonymousAsync("task_status_show", new { entity_id = id, task_type = "xloader", key = "xloader" });
        Assert.Equal(("resource", "complete", $$$"""{"job_id":"{{{id}}}-1"}""", "{}"), ((string?)status!["entity_type"], (string?)status["state"], (string?)status["value"], (string?)status["error"]));
        var told = await Host.Catalog.AsSysadminAsync("xloader_status", new { resource_id = id });
        Assert.Equal(("complete", "complete"), ((string?)told!["status"], (string?)told["task_info"]!["status"]));
        Assert.NotEmpty(told["task_info"]!["logs"]!.AsArray());
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.Catalog.AsAnonymousAsync("xloader_status", new { resource_id = id }));

        Assert.True((bool)(await Host.Catalog.AsSysadminAsync("datapusher_submit", new { resource_id = id, ignore_hash = true }))!);
        Assert.Equal("complete", (string?)(await Host.EndAsync(id))["state"]);
        Assert.Equal($"{id}-2", (string?)(await Host.Catalog.AsSysadminAsync("datapusher_status", new { resource_id = id }))!["job_id"]);

        await Host.Catalog.AsSysadminAsync("table_plan_correct", new { id, correction = new { header_rows = new[] { 99 } } });
        await Host.WaitAsync(id, l => (string?)l["state"] == "error");
        status = await Host.Catalog.AsAnonymousAsync("task_status_show", new { entity_id = id, task_type = "xloader", key = "xloader" });
        Assert.Equal("error", (string?)status!["state"]);
        Assert.Contains("message", (string?)status["error"], StringComparison.Ordinal);

        await Host.Catalog.AsSysadminAsync("package_patch", new Dictionary<string, object> { ["id"] = "muat", ["private"] = true });
        await Assert.ThrowsAsync<NotFoundException>(() => Host.Catalog.AsAnonymousAsync("task_status_show", new { entity_id = id, task_type = "xloader", key = "xloader" }));
    }

    [Fact]
    public async Task Should_profile_what_it_loaded()
    {
        var id = await Host.UploadAsync("profil.csv", "Nama,Jumlah,Nilai,Tanggal,Sudah\nair,1,0.5,2025-01-01,ya\nair,2,,2025-01-11,tidak\nudara,11,2.5,2025-01-21,ya\n,4,3,2025-01-31,ya\n");
        var profile = await ProfileAsync(id, "profile");

        Assert.Equal(4, (int)profile["rows"]!);
        var columns = profile["columns"]!.AsArray().ToDictionary(c => (string)c!["id"]!, c => c!);
        Assert.Equal("""{"id":"nama","type":"text","count":3,"empty":1,"distinct":2,"min":"air","max":"udara","mean":null,"top":[{"value":"air","count":2},{"value":"udara","count":1}]}""", columns["nama"].ToJsonString());
        Assert.Equal((4, 1, 11, 4.5), ((int)columns["jumlah"]["distinct"]!, (int)columns["jumlah"]["min"]!, (int)columns["jumlah"]["max"]!, (double)columns["jumlah"]["mean"]!));
        var bins = columns["jumlah"]["histogram"]!.AsArray();
        Assert.Equal((10, 1, 11, 4), (bins.Count, (int)bins[0]!["from"]!, (int)bins[^1]!["to"]!, bins.Sum(b => (int)b!["count"]!)));
        Assert.Equal([1, 1, 0, 1, 0, 0, 0, 0, 0, 1], bins.Select(b => (int)b!["count"]!));
        Assert.Equal((3, 1, 2.0), ((int)columns["nilai"]["count"]!, (int)columns["nilai"]["empty"]!, (double)columns["nilai"]["mean"]!));
        Assert.Equal(("2025-01-01", "2025-01-31", 4), ((string?)columns["tanggal"]["min"], (string?)columns["tanggal"]["max"], columns["tanggal"]["histogram"]!.AsArray().Sum(b => (int)b!["count"]!)));
        Assert.Equal("""[{"value":true,"count":3},{"value":false,"count":1}]""", columns["sudah"]["top"]!.ToJsonString());
    }

    [Fact]
    public async Task Should_say_where_rows_break_the_dictionary()
    {
        var id = await Host.UploadAsync("wilayah.csv", "Kode Kecamatan,Jenis,Jumlah,Tanggal,Kode BPS Kecamatan\n33.03.01,L,5,2025-01-01,3303010\n33.03.99,X,-1,2026-02-01,33.03.16\n33.03.02,,7,2025-05-05,3303020\n");
        var report = await ProfileAsync(id, "validation");
        Assert.Equal((2, false), ((int)report["errors"]!, (bool)report["valid"]!));
        Assert.Contains("3303040", report["messages"]!.AsArray().Select(m => (string?)m!["message_id"]).Single(m => m!.Contains("Pengadegan", StringComparison.Ordinal)), StringComparison.Ordinal);

        await Host.Catalog.AsSysadminAsync("datastore_create", new
        {
            resource_id = id,
            force = true,
            fields = new object[]
            {
                new { id = "jenis", type = "text", info = new { required = true, codes = new object[] { new { code = "L", label = "Laki-laki" }, "P" } } },
                new { id = "jumlah", type = "int8", info = new { constraints = new { minimum = 0, maximum = 6 } } },
                new { id = "tanggal", type = "date", info = new { maximum = "2025-12-31", pattern = "2025-.*" } },
            },
        });
        report = (await Host.Catalog.AsSysadminAsync("table_validate", new { id }))!["validation"]!.AsObject();

        Assert.Equal(
            ["2 jenis codes X", "2 jumlah minimum -1", "2 kode_bps_kecamatan region_code 33.03.16", "2 kode_kecamatan region_code 33.03.99", "2 tanggal maximum 2026-02-01", "3 jenis required ", "3 jumlah maximum 7"],
            report["messages"]!.AsArray().Select(m => $"{m!["row_id"]} {m["column"]} {m["rule"]} {m["value"]}").Order(StringComparer.Ordinal));
        Assert.Equal((3, 7), ((int)report["rows"]!, (int)report["errors"]!));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.Catalog.AsAnonymousAsync("table_validate", new { id }));

        await Host.Catalog.AsSysadminAsync("datastore_create", new { resource_id = id, force = true, fields = new[] { new { id = "jenis", type = "text", info = new { pattern = "(?<=a)b" } } } });
        report = (await Host.Catalog.AsSysadminAsync("table_validate", new { id }))!["validation"]!.AsObject();
        Assert.Contains("(?<=a)b", (string?)report["columns"]!.AsArray().Single(c => (string?)c!["id"] == "jenis")!["problem_en"], StringComparison.Ordinal);
    }

    private async Task<JsonObject> ProfileAsync(string id, string part)
    {
        JsonNode? found = null;
        await LoadHost.UntilAsync(async () => (found = (await Host.Catalog.AsAnonymousAsync("table_profile_show", new { id }))![part]) is not null);
        return found!.AsObject();
    }

    private async Task<TableLoadRecord?> LoadAsync(string id)
    {
        await using var context = await Host.Catalog.Get<IDbContextFactory<CatalogContext>>().CreateDbContextAsync();
        return await context.TableLoads.AsNoTracking().FirstOrDefaultAsync(l => l.ResourceId == id);
    }
}
