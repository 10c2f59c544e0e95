using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Purbalingga.DataStore.Benchmarks;

/// <summary>A table made through the API.</summary>
internal static class FillCommand
{
    private const int PerCall = 10_000;

    public static async Task<int> RunAsync(PortalClient portal, int rows, int seed, CancellationToken ct)
    {
        var run = Guid.NewGuid().ToString("N")[..8];
        await portal.CallAsync("organization_create", $$"""{"name":"opd-{{run}}"}""", ct);
        await portal.CallAsync("package_create", $$"""{"name":"tabel-{{run}}","owner_org":"opd-{{run}}"}""", ct);
        var made = await portal.CallAsync("datastore_create", $$"""
            {"resource":{"package_id":"tabel-{{run}}"},"fields":[{"id":"nomor","type":"int"},{"id":"kode","type":"text"},{"id":"kecamatan","type":"text"},{"id":"tanggal","type":"date"},
             {"id":"jumlah","type":"int"},{"id":"nilai","type":"numeric"},{"id":"keterangan","type":"text"},{"id":"aktif","type":"bool"}]}
            """, ct);
        var id = (string)made!["resource_id"]!;
        var generator = new RowGenerator(seed);
        var taken = new List<double>();
        for (var from = 1; from <= rows; from += PerCall)
        {
            var json = new StringBuilder($$"""{"resource_id":"{{id}}","method":"insert","records":[""");
            for (var i = from; i < Math.Min(from + PerCall, rows + 1); i++)
            {
                RowGenerator.Append(json.Append(i == from ? "" : ","), generator.Next(i));
            }

            var text = json.Append("]}").ToString();
            var begin = Stopwatch.GetTimestamp();
            await portal.CallAsync("datastore_upsert", text, ct);
            taken.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        var seconds = taken.Sum() / 1000;
        taken.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"insert, {PerCall} rows a call{"",-22} {rows / seconds:0} rows/s   p50 {taken[taken.Count / 2]:0} ms   p95 {taken[taken.Count * 95 / 100]:0} ms"));
        var watch = Stopwatch.StartNew();
        await portal.CallAsync("datastore_create", $$"""{"resource_id":"{{id}}","primary_key":["kode"]}""", ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"primary key over {rows} rows: {watch.Elapsed.TotalMilliseconds:0} ms"));
        Console.WriteLine(id);
        return 0;
    }
}
