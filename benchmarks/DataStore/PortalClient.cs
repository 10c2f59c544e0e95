using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Purbalingga.DataStore.Benchmarks;

/// <summary>Calls actions and tells how long they took.</summary>
internal sealed class PortalClient : IDisposable
{
    private readonly HttpClient _client;

    public PortalClient(string url, string token)
    {
        _client = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(5) };
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", token);
    }

    /// <summary>The answer's <c>result</c>.</summary>
    /// <exception cref="InvalidOperationException">With what the portal said.</exception>
    public async Task<JsonNode?> CallAsync(string action, string json, CancellationToken ct)
    {
        using var content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return await CallAsync(action, content, ct);
    }

    public async Task<JsonNode?> CallAsync(string action, HttpContent content, CancellationToken ct)
    {
        using var answer = await _client.PostAsync(new Uri("/api/3/action/" + action, UriKind.Relative), content, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)!["result"] : throw new InvalidOperationException($"{action}: {text}");
    }

    /// <summary>Calls one after another, for five seconds at most; the first three are not counted.</summary>
    public async Task MeasureAsync(string name, string action, int times, Func<int, string> body, CancellationToken ct)
    {
        var taken = new List<double>(times);
        var watch = Stopwatch.StartNew();
        for (var i = -3; i < times && (taken.Count == 0 || watch.Elapsed.TotalSeconds < 5); i++)
        {
            var json = body(i + 3);
            var begin = Stopwatch.GetTimestamp();
            using var content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            using var answer = await _client.PostAsync(new Uri("/api/3/action/" + action, UriKind.Relative), content, ct);
            var bytes = await answer.Content.ReadAsByteArrayAsync(ct);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{name}: {Encoding.UTF8.GetString(bytes)}");
            }

            if (i >= 0)
            {
                taken.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }
        }

        taken.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-48} p50 {taken[taken.Count / 2],8:0.0} ms   p95 {taken[taken.Count * 95 / 100],8:0.0} ms   ({taken.Count} calls)"));
    }

    public void Dispose() => _client.Dispose();
}
