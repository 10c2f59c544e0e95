using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Purbalingga.DataStore.Benchmarks;

/// <summary>A table made from an uploaded CSV file.</summary>
internal static class LoadCommand
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public static async Task<int> RunAsync(PortalClient portal, int rows, int seed, CancellationToken ct)
    {
        var run = Guid.NewGuid().ToString("N")[..8];
        var file = Path.Combine(Path.GetTempPath(), $"tabel-{run}.csv");
        var generator = new RowGenerator(seed);
        try
        {
            await using (var text = new StreamWriter(file))
            {
                await text.WriteLineAsync(RowGenerator.Header);
                for (var i = 1; i <= rows; i++)
                {
                    await text.WriteLineAsync(string.Join(',', generator.Next(i)));
                }
            }

            await portal.CallAsync("organization_create", $$"""{"name":"opd-{{run}}"}""", ct);
            await portal.CallAsync("package_create", $$"""{"name":"tabel-{{run}}","owner_org":"opd-{{run}}"}""", ct);
            var watch = Stopwatch.StartNew();
            await using var stream = File.OpenRead(file);
            using var form = new MultipartFormDataContent { { new StringContent($"tabel-{run}"), "package_id" }, { new StringContent("CSV"), "format" }, { new StreamContent(stream), "upload", "tabel.csv" } };
            var id = (string)(await portal.CallAsync("resource_create", form, ct))!["id"]!;
            var answered = watch.Elapsed;
            while (await TotalAsync(portal, id, ct) != rows)
            {
                if (watch.Elapsed > Longest)
                {
                    Console.Error.WriteLine("The rows did not come.");
                    return 1;
                }

                await Task.Delay(20, ct);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"CSV of {rows} rows, {stream.Length / 1e6:0} MB: answered after {answered.TotalSeconds:0.00} s, queryable after {watch.Elapsed.TotalSeconds:0.00} s"));
            Console.WriteLine(id);
            return 0;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<long?> TotalAsync(PortalClient portal, string id, CancellationToken ct)
    {
        try
        {
            return (long?)(await portal.CallAsync("datastore_search", new JsonObject { ["resource_id"] = id, ["limit"] = 0 }.ToJsonString(), ct))!["total"];
        }
        catch (InvalidOperationException)
        {
            return null; // No table yet
        }
    }
}
