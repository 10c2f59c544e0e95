using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace Purbalingga.Benchmarks;

/// <summary>Makes datasets over HTTP, one after another, and tells the rate and the times.</summary>
internal static class CreateCommand
{
    public static async Task<int> RunAsync(string url, string token, int number, int seed, CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", token);
        var generator = new DatasetGenerator(seed + 1);
        const int start = 1_000_000;
        var times = new List<double>(number);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < number; i++)
        {
            var dataset = generator.Next(start + i);
            dataset["name"] = $"baru-{Guid.NewGuid():N}";
            using var content = new StringContent(dataset.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            var begin = Stopwatch.GetTimestamp();
            using var answer = await client.PostAsync(new Uri("/api/3/action/package_create", UriKind.Relative), content, ct);
            if (!answer.IsSuccessStatusCode)
            {
                Console.Error.WriteLine(await answer.Content.ReadAsStringAsync(ct));
                return 1;
            }

            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"package_create: {number / watch.Elapsed.TotalSeconds:0} a second; p50 {times[number / 2]:0.00} ms, p95 {times[number * 95 / 100]:0.00} ms, max {times[^1]:0.0} ms");
        return 0;
    }
}
