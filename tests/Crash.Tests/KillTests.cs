using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Purbalingga.Tests.Shared;

namespace Purbalingga.Crash.Tests;

/// <summary>
/// Kills the server with SIGKILL at random moments under writers and looks what is left. Short here; by hand with more rounds:
/// <c>CRASH_ROUNDS=40 dotnet test tests/Crash.Tests</c>.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Writers = 4;
    private const int Seed = 20261124;
    private readonly string _data = Directory.CreateTempSubdirectory("crash-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Should_lose_nothing_that_was_answered_when_killed_at_any_moment()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("CRASH_ROUNDS"), out var asked) ? asked : 3;
        var random = new Random(Seed);
        var ledger = new Ledger();
        await using var portal = await PortalProcess.StartAsync(_data, "--testing");
        using var client = new HttpClient { BaseAddress = portal.Url };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", await portal.TokenAsync("test.ckan.net"));
        using (var made = await client.PostAsJsonAsync("/api/3/action/organization_create", new { name = "opd-uji" }))
        {
            made.EnsureSuccessStatusCode();
        }

        for (var round = 0; round < rounds; round++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            var writers = Enumerable.Range(0, Writers).Select(n => new Writer(client, ledger, n, random.Next()).RunAsync(round, stop.Token)).ToList();
            await Task.Delay(random.Next(300, 2500), CancellationToken.None);
            await portal.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(writers);

            await portal.StartAsync();
            await CheckAsync(client, ledger);
        }

        Assert.True(ledger.Answers >= rounds * 10, $"Only {ledger.Answers} calls were answered in {rounds} rounds: that tests nothing.");
        Assert.True(ledger.Uploads.Count >= rounds, $"Only {ledger.Uploads.Count} uploads were answered in {rounds} rounds: that tests nothing.");
    }

    private async Task CheckAsync(HttpClient client, Ledger ledger)
    {
        foreach (var (name, (answered, tried)) in ledger.Datasets)
        {
            if (answered >= 0)
            {
                var shown = (await CallAsync(client, "package_show?id=" + name))!;
                var value = int.Parse(((string)shown["notes"]!)["nilai ".Length..], System.Globalization.CultureInfo.InvariantCulture);
                Assert.True(value == answered || value == tried, $"{name}: {answered} was answered, {tried} was tried last, {value} is there.");
            }
        }

        foreach (var (_, (url, hash)) in ledger.Uploads)
        {
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(await client.GetByteArrayAsync(new Uri(url, UriKind.Relative)))));
        }

        Assert.Empty(Directory.GetFiles(Path.Combine(_data, "files", "tmp")));
        foreach (var file in Directory.GetFiles(Path.Combine(_data, "files"), "*", SearchOption.AllDirectories))
        {
            Assert.Equal(Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file))));
        }

        var listed = (await CallAsync(client, "package_list"))!.AsArray().Select(n => (string)n!).ToHashSet();
        var found = new HashSet<string>();
        for (var start = 0; start == 0 || found.Count == start; start += 1000)
        {
            var page = (await CallAsync(client, $"package_search?fl=name&rows=1000&start={start}&sort=name%20asc"))!;
            found.UnionWith(page["results"]!.AsArray().Select(r => (string)r!["name"]!));
        }

        Assert.Equal(listed.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static async Task<JsonNode?> CallAsync(HttpClient client, string call)
    {
        using var answer = await client.GetAsync(new Uri("/api/3/action/" + call, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{call}: {text}");
        return JsonNode.Parse(text)!["result"];
    }
}
