using System.Text.Json.Nodes;

namespace Purbalingga.DataStore.Benchmarks;

/// <summary>Questions to a table, each with other values than the one before.</summary>
internal static class ReadCommand
{
    private const int Times = 60;

    public static async Task<int> RunAsync(PortalClient portal, string id, CancellationToken ct)
    {
        var total = (int)(await portal.CallAsync("datastore_search", $$"""{"resource_id":"{{id}}","limit":0}""", ct))!["total"]!;
        Console.WriteLine($"{total} rows");
        await SearchAsync("first page of 100", i => "");
        await SearchAsync("filter on a column (one of 18)", i => $$$"""
            ,"filters":{"kecamatan":"{{{RowGenerator.Districts[i % 18]}}}"}
            """);
        await SearchAsync("filter on a column (one row by code)", i => $$$"""
            ,"filters":{"kode":"{{{RowGenerator.Code(1 + (i * 7919 % total))}}}"}
            """);
        await SearchAsync("two filters (one of 18, range of a number)", i => $$$"""
            ,"filters":{"kecamatan":"{{{RowGenerator.Districts[i % 18]}}}","jumlah":{"gte":{{{i * 1000}}},"lt":{{{(i * 1000) + 5000}}}}}
            """);
        await SearchAsync("sort by a number", i => i % 2 == 0 ? ",\"sort\":\"nilai desc\"" : ",\"sort\":\"jumlah\"");
        await SearchAsync("sort by a text, page 10", i => ",\"sort\":\"keterangan, kode desc\",\"offset\":1000");
        await SearchAsync("deep page", i => $",\"offset\":{(total / 2) + (i * 1000)}");
        await SearchAsync("q, common word", i => $",\"q\":\"{RowGenerator.Words[i % 4]}\"");
        await SearchAsync("q, rare word", i => $",\"q\":\"{RowGenerator.Words[12 + (i % 5)]}\"");
        await SearchAsync("q, two words", i => $",\"q\":\"{RowGenerator.Words[4 + (i % 3)]} {RowGenerator.Words[8 + (i % 4)]}\"");
        await SearchAsync("q in one column, prefix", i => ",\"q\":{\"keterangan\":\"gam:*\"},\"plain\":false");
        await SqlAsync("SQL: group by 16 of 18", i => $"SELECT kecamatan, count(*) AS n, sum(jumlah) AS s FROM \"{id}\" WHERE kecamatan NOT IN ('Rembang', 'Mrebet') GROUP BY kecamatan ORDER BY n DESC");
        await SqlAsync("SQL: top 10 of averages with a filter", i => $"SELECT tanggal, avg(nilai) AS a FROM \"{id}\" WHERE jumlah > {20_000 + (i * 100)} GROUP BY tanggal ORDER BY a DESC LIMIT 10");
        return 0;

        Task SearchAsync(string name, Func<int, string> rest) => portal.MeasureAsync(name, "datastore_search", Times, i => $"{{\"resource_id\":\"{id}\"{rest(i)}}}", ct);

        Task SqlAsync(string name, Func<int, string> sql) => portal.MeasureAsync(name, "datastore_search_sql", Times, i => new JsonObject { ["sql"] = sql(i) }.ToJsonString(), ct);
    }
}
