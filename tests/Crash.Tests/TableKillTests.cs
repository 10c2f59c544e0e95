using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Purbalingga.Tests.Shared;

namespace Purbalingga.Crash.Tests;

/// <summary>
/// Kills the server with SIGKILL under writers of tables whose files are written anew all the time, and under loads of files. By hand with more rounds:
/// <c>CRASH_ROUNDS=500 dotnet test tests/Crash.Tests --filter TableKill</c>.
/// </summary>
public sealed class TableKillTests : IDisposable
{
    private const int Writers = 3;
    private const int PerCall = 400;
    private const int Seed = 20261124;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _data = Directory.CreateTempSubdirectory("crash-tables-").FullName;

    // The counter that was last answered for and the one tried last, by table; calls of PerCall rows likewise
    private readonly Dictionary<string, (int Answered, int Tried)> _counters = [];
    private readonly Dictionary<string, (int Answered, int Tried)> _calls = [];
    private readonly Dictionary<string, int> _files = [];
    private int _answers;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Should_keep_every_answered_row_and_show_no_half_table()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("CRASH_ROUNDS"), out var asked) ? asked : 3;
        var random = new Random(Seed);
        Environment.SetEnvironmentVariable("PURBALINGGA__DataStore__CompactAtMegabytes", "1");
        await using var portal = await PortalProcess.StartAsync(_data, "--no-sample-data"); // Uploads are not loaded in testing mode
        using var client = new HttpClient { BaseAddress = portal.Url };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", await portal.TokenAsync("admin"));
        await CallAsync(client, "organization_create", new { name = "opd-uji" });
        await CallAsync(client, "package_create", new { name = "tabel-uji", owner_org = "opd-uji" });
        var tables = new List<string>();
        for (var i = 0; i < Writers; i++)
        {
            var made = await CallAsync(client, "datastore_create", new
            {
                resource = new { package_id = "tabel-uji" },
                fields = new[] { new { id = "kunci", type = "text" }, new { id = "nilai", type = "int" }, new { id = "isi", type = "text" } },
                primary_key = new[] { "kunci" },
            });
            tables.Add((string)made!["resource_id"]!);
            (_counters[tables[i]], _calls[tables[i]]) = ((0, 0), (0, 0));
        }

        for (var round = 0; round < rounds; round++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            var work = tables.Select(t => WriteAsync(client, t, stop.Token)).Append(UploadAsync(client, random.Next(2_000, 40_000), stop.Token)).ToList();
            await Task.Delay(random.Next(300, 3000), CancellationToken.None);
            await portal.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(work);

            await portal.StartAsync();
            foreach (var table in tables)
            {
                await CheckAsync(client, table);
            }

            foreach (var (id, rows) in _files)
            {
                await CheckFileAsync(client, id, rows);
            }

            Assert.Empty(Directory.GetFiles(Path.Combine(_data, "datastore"), "*.damaged"));
        }

        Assert.True(_answers >= rounds * 10, $"Only {_answers} calls were answered in {rounds} rounds: that tests nothing.");
        Assert.Contains(Directory.GetFiles(Path.Combine(_data, "datastore"), "*.duckdb"), f => int.Parse(Path.GetFileName(f).Split('.')[1], CultureInfo.InvariantCulture) > 1);
    }

    private async Task WriteAsync(HttpClient client, string table, CancellationToken ct)
    {
        try
        {
            while (!ct.IsCancellationRequested)
            {
                var value = _counters[table].Tried + 1;
                _counters[table] = (_counters[table].Answered, value);
                await CallAsync(client, "datastore_upsert", new { resource_id = table, records = new[] { new { kunci = "hitungan", nilai = value, isi = "x" } } }, ct);
                _counters[table] = (value, value);
                Interlocked.Increment(ref _answers);

                var call = _calls[table].Tried + 1;
                _calls[table] = (_calls[table].Answered, call);
                var records = Enumerable.Range(0, PerCall).Select(i => new { kunci = $"{call}-{i}", nilai = call, isi = string.Join(' ', Enumerable.Range(i, 100).Select(n => n * call)) });
                await CallAsync(client, "datastore_upsert", new { resource_id = table, method = "insert", records }, ct);
                _calls[table] = (_calls[table].Answered + 1, call);
                Interlocked.Increment(ref _answers);
            }
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            // The server was killed under the call: it was not answered, so nothing is expected of it
        }
    }

    private async Task UploadAsync(HttpClient client, int rows, CancellationToken ct)
    {
        try
        {
            for (var file = 0; file < 2; file++, rows /= 2)
            {
                var text = new StringBuilder("nama desa,jumlah,uraian\n");
                for (var i = 0; i < rows; i++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"Desa {i},{i},uraian nomor {i} dari tabel yang dimuat dari berkas\n");
                }

                using var form = new MultipartFormDataContent
                {
                    { new StringContent("tabel-uji"), "package_id" }, { new StringContent("CSV"), "format" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString())), "upload", "tabel.csv" },
                };
                using var answer = await client.PostAsync(new Uri("/api/3/action/resource_create", UriKind.Relative), form, ct);
                answer.EnsureSuccessStatusCode();
                _files[(string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct))!["result"]!["id"]!] = rows;
            }
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            // As above
        }
    }

    private async Task CheckAsync(HttpClient client, string table)
    {
        var (answered, tried) = _counters[table];
        var found = (await CallAsync(client, "datastore_search", new { resource_id = table, filters = new { kunci = "hitungan" } }))!["records"]!.AsArray();
        var value = found.Count == 0 ? 0 : (int)found[0]!["nilai"]!;
        Assert.True(value >= answered && value <= tried, $"{answered} was answered, {tried} was tried last, {value} is there.");
        var total = (int)(await CallAsync(client, "datastore_search", new { resource_id = table, limit = 0 }))!["total"]! - found.Count;
        Assert.True(total % PerCall == 0, $"{total} rows: a part of a call is there.");
        Assert.InRange(total / PerCall, _calls[table].Answered, _calls[table].Tried);
        _calls[table] = (total / PerCall, _calls[table].Tried);
    }

    private static async Task CheckFileAsync(HttpClient client, string id, int rows)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            using var answer = await client.PostAsJsonAsync("/api/3/action/datastore_search", new { resource_id = id, limit = 0 });
            if (answer.IsSuccessStatusCode)
            {
                Assert.Equal(rows, (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["result"]!["total"]!);
                return;
            }

            Assert.True(watch.Elapsed < Patience, $"The table of {id} never came: {await answer.Content.ReadAsStringAsync()}");
            await Task.Delay(100);
        }
    }

    private static async Task<JsonNode?> CallAsync(HttpClient client, string action, object data, CancellationToken ct = default)
    {
        using var answer = await client.PostAsJsonAsync("/api/3/action/" + action, data, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        Assert.True(answer.IsSuccessStatusCode, $"{action}: {text}");
        return JsonNode.Parse(text)!["result"];
    }
}
