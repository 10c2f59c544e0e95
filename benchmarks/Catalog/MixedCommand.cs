using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Purbalingga.Benchmarks;

/// <summary>
/// 200 writers at once, each adding resources to datasets that all of them share, beside a steady stream of reads. At the end every answered
/// addition must be there.
/// </summary>
internal static class MixedCommand
{
    private const int Writers = 200;
    private const int Datasets = 50;
    private const int PerWriter = 5;
    private const int Readers = 16;

    public static async Task<int> RunAsync(string url, string token, int readsPerSecond, CancellationToken ct)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Writers + Readers };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(url) };
        using var reading = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri(url) };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", token);
        var run = Guid.NewGuid().ToString("N")[..8];
        await CallAsync(client, "organization_create", new { name = "opd-" + run }, ct);
        var names = Enumerable.Range(0, Datasets).Select(i => $"beban-{run}-{i}").ToList();
        foreach (var name in names)
        {
            await CallAsync(client, "package_create", new { name, owner_org = "opd-" + run }, ct);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reads = new Reads();
        var readers = Enumerable.Range(0, Readers).Select(n => ReadAsync(reading, names, n, readsPerSecond / Readers, reads, stop.Token)).ToList();
        var failures = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var i = 0; i < PerWriter; i++)
            {
                var answer = await client.PostAsJsonAsync(
                    "/api/3/action/resource_create", new { package_id = names[(writer + (i * 7)) % Datasets], url = $"https://example.test/{writer}/{i}", name = $"{writer}-{i}" }, ct);
                if (!answer.IsSuccessStatusCode)
                {
                    Interlocked.Increment(ref failures);
                    Console.Error.WriteLine(await answer.Content.ReadAsStringAsync(ct));
                }
            }
        }));
        var seconds = watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await Task.WhenAll(readers);

        var there = 0;
        foreach (var name in names)
        {
            there += (await client.GetFromJsonAsync<JsonNode>("/api/3/action/package_show?id=" + name, ct))!["result"]!["resources"]!.AsArray().Count;
        }

        Console.WriteLine(
            $"{Writers} writers: {Writers * PerWriter} additions in {seconds:0.0} s, {failures} refused, {there} are there; " +
            $"reads beside them: {reads.Done / seconds:0} a second, {reads.Failed} failed");
        return failures == 0 && reads.Failed == 0 && there == Writers * PerWriter ? 0 : 1;
    }

    private static async Task ReadAsync(HttpClient client, List<string> names, int reader, int perSecond, Reads reads, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            for (var i = 0; ; i++)
            {
                using var answer = await client.GetAsync(new Uri("/api/3/action/package_show?id=" + names[(reader + i) % names.Count], UriKind.Relative), ct);
                Interlocked.Increment(ref answer.IsSuccessStatusCode ? ref reads.Done : ref reads.Failed);
                var ahead = TimeSpan.FromSeconds((double)i / perSecond) - watch.Elapsed;
                if (ahead > TimeSpan.Zero)
                {
                    await Task.Delay(ahead, ct);
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The writers are done
        }
    }

    private static async Task CallAsync(HttpClient client, string action, object data, CancellationToken ct)
    {
        using var answer = await client.PostAsJsonAsync("/api/3/action/" + action, data, ct);
        answer.EnsureSuccessStatusCode();
    }

    private sealed class Reads
    {
        public int Done;
        public int Failed;
    }
}
