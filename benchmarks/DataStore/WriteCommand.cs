using System.Globalization;
using System.Text;

namespace Purbalingga.DataStore.Benchmarks;

/// <summary>Upserts by the key, half of them of rows that are there.</summary>
internal static class WriteCommand
{
    public static async Task<int> RunAsync(PortalClient portal, string id, CancellationToken ct)
    {
        var total = (int)(await portal.CallAsync("datastore_search", $$"""{"resource_id":"{{id}}","limit":0}""", ct))!["total"]!;
        var generator = new RowGenerator(7);
        var fresh = total;
        Func<int, string> Body(int rows) => call =>
        {
            var json = new StringBuilder($$"""{"resource_id":"{{id}}","method":"upsert","records":[""");
            for (var i = 0; i < rows; i++)
            {
                var known = rows == 1 || i % 2 == 0;
                var number = known ? 1 + (int)(((call * 104_729L) + (i * 7919L)) % total) : ++fresh;
                RowGenerator.Append(json.Append(i == 0 ? "" : ","), generator.Next(number));
            }

            return json.Append("]}").ToString();
        };
        await portal.MeasureAsync("upsert of one row by key, durable", "datastore_upsert", 300, Body(1), ct);
        await portal.MeasureAsync("upsert of 5,000 rows by key, durable", "datastore_upsert", 12, Body(5000), ct);
        await portal.MeasureAsync("first page of 100 after the writes", "datastore_search", 60, _ => $"{{\"resource_id\":\"{id}\"}}", ct);

        const int Writers = 16;
        const int Each = 100;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            var rows = new RowGenerator(writer);
            for (var i = 0; i < Each; i++)
            {
                var json = new StringBuilder($$"""{"resource_id":"{{id}}","method":"upsert","records":[""");
                RowGenerator.Append(json, rows.Next(1 + (int)(((writer * 60_000L) + (i * 7919L)) % total)));
                await portal.CallAsync("datastore_upsert", json.Append("]}").ToString(), ct);
            }
        }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"upserts of one row by {Writers} writers at once: {Writers * Each / watch.Elapsed.TotalSeconds:0} a second"));
        return 0;
    }
}
