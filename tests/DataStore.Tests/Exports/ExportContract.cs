using System.Text;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore;
using Purbalingga.Catalog.Tests.Hosting;
using Purbalingga.Tables;

namespace Purbalingga.DataStore.Tests.Exports;

/// <summary>Dumps over every engine, read back.</summary>
public abstract class ExportContract : IAsyncLifetime
{
    private TestDatabase? _database;
    private CatalogHost? _host;
    private string _id = "";

    protected CatalogHost Host => _host!;

    /// <summary>Value of the setting <c>DataStore:Engine</c>.</summary>
    protected abstract string Engine { get; }

    /// <summary>Whether the engine can tell that a table has not changed.</summary>
    protected abstract bool HasVersions { get; }

    protected abstract Task<TestDatabase> CreateDatabaseAsync();

    public async Task InitializeAsync()
    {
        _database = await CreateDatabaseAsync();
        _host = await CatalogHost.StartAsync(_database, new Dictionary<string, string?> { ["DataStore:Engine"] = Engine, ["Ckan:ckan.site_url"] = "https://data.example.test" });
        await Host.AsSysadminAsync("organization_create", new { name = "opd-tabel", title = "Dinas Contoh" });
        await Host.AsSysadminAsync("package_create", new { name = "tabel", title = "Tabel =1+2", owner_org = "opd-tabel", license_id = "cc-by" });
        var made = await Host.AsSysadminAsync("datastore_create", new
        {
            resource = new { package_id = "tabel", name = "Titik" },
            fields = new object[]
            {
                new { id = "nama", type = "text", info = new { label = "Nama tempat", notes = "Menurut OPD" } }, new { id = "jumlah", type = "int4", info = new { unit = "orang" } }, new { id = "nik", type = "int8" },
                new { id = "luas", type = "numeric" }, new { id = "tanggal", type = "date" }, new { id = "saat", type = "timestamp" }, new { id = "aktif", type = "bool" }, new { id = "lintang", type = "float8" },
                new { id = "bujur", type = "float8" }, new { id = "isi", type = "json" },
            },
            records = new object[]
            {
                new { nama = "=SUM(A1)", jumlah = -3, nik = 3303012345678901234L, luas = 1.5, tanggal = "2025-12-31", saat = "2025-12-31T08:30:00.25", aktif = true, lintang = -7.38, bujur = 109.36, isi = new { a = 1 } },
                new { nama = "B, \"C\"", jumlah = (int?)null },
            },
        });
        _id = (string)made!["resource_id"]!;
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await _database!.DisposeAsync();
    }

    [Theory]
    [InlineData("csv", "_id,nama,jumlah,nik,luas,tanggal,saat,aktif,lintang,bujur,isi\r\n1,=SUM(A1),-3,3303012345678901234,1.5,2025-12-31,2025-12-31T08:30:00.250,t,-7.38,109.36,\"{\"\"a\"\":1}\"\n2,\"B, \"\"C\"\"\",,,,,,,,,\n")]
    [InlineData("csv&safe=1&fields=nama,jumlah", "nama,jumlah\r\n'=SUM(A1),-3\n\"B, \"\"C\"\"\",\n")]
    [InlineData("tsv&fields=nama,jumlah&bom=true&q=SUM", "\uFEFFnama\tjumlah\r\n=SUM(A1)\t-3\n")]
    [InlineData("csv&fields=nama&sort=nama desc&limit=1", "nama\r\n\"B, \"\"C\"\"\"\n")]
    [InlineData("csv&fields=nama&offset=1", "nama\r\n\"B, \"\"C\"\"\"\n")]
    [InlineData("csv&fields=jumlah&limit=0", "jumlah\r\n")]
    [InlineData("csv&fields=jumlah&filters={\"jumlah\":-3}&distinct=true", "jumlah\r\n-3\n")]
    [InlineData("ndjson&fields=_id,nama,nik,luas,aktif,isi", "{\"_id\":1,\"nama\":\"=SUM(A1)\",\"nik\":3303012345678901234,\"luas\":1.5,\"aktif\":true,\"isi\":{\"a\":1}}\n{\"_id\":2,\"nama\":\"B, \\\"C\\\"\",\"nik\":null,\"luas\":null,\"aktif\":null,\"isi\":null}\n")]
    [InlineData("geojson&fields=nama,lintang,bujur", "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[109.36,-7.38]},\"properties\":{\"nama\":\"=SUM(A1)\",\"lintang\":-7.38,\"bujur\":109.36}},\n{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"nama\":\"B, \\\"C\\\"\",\"lintang\":null,\"bujur\":null}}\n]}\n")]
    public async Task Should_write_texts(string query, string expected) => Assert.Equal(expected, Encoding.UTF8.GetString(await DumpAsync(query)));

    [Theory, InlineData("geojson&fields=nama"), InlineData("geojson&filters={\"nama\":\"B, \\\"C\\\"\"}")]
    public async Task Should_refuse_geojson_without_places(string query)
    {
        var error = await Assert.ThrowsAsync<InvalidException>(() => DumpAsync(query));
        Assert.Contains("koordinat", (string?)error.Errors["format"]![0], StringComparison.Ordinal);
    }

    [Theory, InlineData("pdf"), InlineData("csv&limit=-1"), InlineData("csv&fields=tidak_ada")]
    public async Task Should_refuse_what_is_wrong(string query) => await Assert.ThrowsAsync<InvalidException>(() => DumpAsync(query));

    [Fact]
    public async Task Should_write_workbooks_that_say_what_they_are()
    {
        await using var file = await TableReaders.OpenAsync(new MemoryStream(await DumpAsync("xlsx")));
        Assert.Equal(["Data", "Tentang data - About"], file.Sheets.Select(sheet => sheet.Name));
        var rows = await file.ReadRowsAsync(file.Sheets[0]).ToListAsync();
        Assert.Equal(["_id", "nama", "jumlah", "nik", "luas", "tanggal", "saat", "aktif", "lintang", "bujur", "isi"], rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(
            [1.0, "=SUM(A1)", -3.0, "3303012345678901234", 1.5, new DateOnly(2025, 12, 31), new DateTime(2025, 12, 31, 8, 30, 0), true, -7.38, 109.36, "{\"a\":1}"],
            rows[1].Cells.Select(cell => cell.Value));
        var about = (await file.ReadRowsAsync(file.Sheets[1]).ToListAsync()).Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))).ToList();
        Assert.Contains("Dataset / Dataset|Tabel =1+2", about);
        Assert.Contains("Tabel / Table|Titik", about);
        Assert.Contains("Produsen data / Data producer|Dinas Contoh", about);
        Assert.Contains($"Sumber / Source|https://data.example.test/dataset/tabel/resource/{_id}", about);
        Assert.Contains("Lisensi / Licence|Creative Commons Attribution", about);
        Assert.Contains("Yang dimuat / What is here|Seluruh tabel / The whole table", about);
        Assert.Contains("nama|Nama tempat||text|Menurut OPD", about.Select(line => line.TrimEnd('|')));
        Assert.Contains("jumlah||orang|int4", about.Select(line => line.TrimEnd('|')));
    }

    [Fact]
    public async Task Should_say_in_a_workbook_what_was_left_out()
    {
        await using var file = await TableReaders.OpenAsync(new MemoryStream(await DumpAsync("xlsx&fields=nama&limit=1")));
        Assert.Equal(2, (await file.ReadRowsAsync(file.Sheets[0]).ToListAsync()).Count);
        Assert.Contains("fields: nama; limit: 1", (await file.ReadRowsAsync(file.Sheets[1]).ToListAsync()).SelectMany(row => row.Cells).Select(cell => cell.Text));
    }

    [Theory, InlineData("parquet", 2), InlineData("parquet&filters={\"jumlah\":[-3,7]}&q=SUM", 1), InlineData("parquet&sort=jumlah&limit=1", 1), InlineData("parquet&limit=0", 0)]
    public async Task Should_write_parquet(string query, int expected)
    {
        await using var file = await TableReaders.OpenAsync(new MemoryStream(await DumpAsync(query)));
        var rows = await file.ReadRowsAsync(file.Sheets[0]).ToListAsync();
        Assert.Equal(["_id", "nama", "jumlah", "nik", "luas", "tanggal", "saat", "aktif", "lintang", "bujur", "isi"], file.Sheets[0].Columns);
        Assert.Equal(expected, rows.Count);
        if (expected > 0)
        {
            Assert.Equal(
                [1.0, "=SUM(A1)", -3.0, "3303012345678901234", 1.5, new DateOnly(2025, 12, 31), new DateTime(2025, 12, 31, 8, 30, 0, 250), true, -7.38, 109.36, "{\"a\":1}"],
                rows[0].Cells.Select(cell => cell.Value));
        }
    }

    [Fact]
    public async Task Should_name_the_same_bytes_the_same_until_a_write()
    {
        var first = await TagAsync("csv");
        Assert.Equal(HasVersions, first is not null);
        Assert.Equal(first, await TagAsync("csv"));
        if (HasVersions)
        {
            Assert.Equal(6, new[] { first, await TagAsync("tsv"), await TagAsync("csv&safe=1"), await TagAsync("csv&limit=1"), await TagAsync("csv&bom=1"), await TagAsync("xlsx") }.Distinct().Count());
            var tags = new List<string?> { first };
            await Host.AsSysadminAsync("datastore_upsert", new { resource_id = _id, method = "insert", force = true, records = new[] { new { nama = "D" } } });
            tags.Add(await TagAsync("csv"));
            await Host.AsSysadminAsync("datastore_upsert", new { resource_id = _id, method = "update", force = true, records = new[] { new { _id = 3, nama = "E" } } });
            tags.Add(await TagAsync("csv"));
            await Host.AsSysadminAsync("datastore_records_delete", new { resource_id = _id, force = true, filters = new { nama = "E" } });
            tags.Add(await TagAsync("csv"));
            await Host.AsSysadminAsync("datastore_create", new { resource_id = _id, force = true, fields = new[] { new { id = "baru", type = "text" } } });
            tags.Add(await TagAsync("csv"));
            Assert.Equal(tags.Count, tags.Distinct().Count());
            var workbook = await TagAsync("xlsx");
            await Host.AsSysadminAsync("package_patch", new { id = "tabel", title = "Judul baru" });
            Assert.NotEqual(workbook, await TagAsync("xlsx"));
            Assert.Equal(tags[^1], await TagAsync("csv"));
        }
    }

    [Fact]
    public async Task Should_keep_whole_files_and_no_others()
    {
        await DumpAsync("parquet");
        await DumpAsync("xlsx");
        await DumpAsync("xlsx&limit=1");
        await DumpAsync("parquet&limit=1");
        await DumpAsync("parquet&unknown=1");
        await DumpAsync("csv");
        Assert.Equal(HasVersions ? [".parquet", ".xlsx"] : [], Directory.EnumerateFiles(Path.Combine(Host.Folder, "exports")).Select(Path.GetExtension).Order());
    }

    private async Task<string?> TagAsync(string query)
    {
        await using var dump = await OpenAsync(query);
        return dump.Tag;
    }

    private async Task<byte[]> DumpAsync(string query)
    {
        await using var dump = await OpenAsync(query);
        if (dump.IsKept)
        {
            return await File.ReadAllBytesAsync(await dump.FileAsync(default));
        }

        using var output = new MemoryStream();
        await dump.WriteAsync(output, default);
        return output.ToArray();
    }

    private Task<DataStoreDump> OpenAsync(string query)
    {
        var parameters = new JsonObject();
        foreach (var pair in ("format=" + query).Split('&'))
        {
            parameters[pair[..pair.IndexOf('=', StringComparison.Ordinal)]] = pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..];
        }

        return Host.Get<DataStoreDumps>().OpenAsync(_id, parameters, Caller.Anonymous, default);
    }
}
