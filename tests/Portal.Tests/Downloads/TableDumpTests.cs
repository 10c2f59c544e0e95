using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Purbalingga.Portal.Tests.Hosting;

namespace Purbalingga.Portal.Tests.Downloads;

/// <summary>Dumps over HTTP: tags, parts, packing, and nothing of private tables.</summary>
[Collection(PortalGroup.Name)]
public sealed class TableDumpTests(PortalFixture portal)
{
    [Theory]
    [InlineData("csv", "text/csv"), InlineData("tsv", "text/tab-separated-values"), InlineData("json", "application/json"), InlineData("xml", "text/xml")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), InlineData("parquet", "application/vnd.apache.parquet")]
    [InlineData("ndjson", "application/x-ndjson"), InlineData("geojson", "application/geo+json")]
    public async Task Should_give_a_table_and_not_what_the_client_has(string format, string type)
    {
        var path = $"/datastore/dump/{await TableAsync()}?format={format}";
        using var whole = await portal.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        Assert.Equal(type, whole.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith("." + format, whole.Content.Headers.ContentDisposition?.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.True(whole.Headers.CacheControl is { Public: true, MustRevalidate: true });
        using var known = await AskAsync(HttpMethod.Get, path, ("If-None-Match", whole.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Empty(await known.Content.ReadAsByteArrayAsync());
        using var dated = await AskAsync(HttpMethod.Get, path, ("If-None-Match", whole.Headers.ETag.ToString()), ("If-Modified-Since", "Thu, 01 Jan 2015 00:00:00 GMT"));
        Assert.Equal(HttpStatusCode.NotModified, dated.StatusCode);
        using var head = await AskAsync(HttpMethod.Head, path);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Should_give_new_rows_to_those_who_have_the_old()
    {
        var id = await TableAsync();
        using var before = await portal.GetAsync($"/datastore/dump/{id}");
        await portal.CallAsync("datastore_upsert", new JsonObject { ["resource_id"] = id, ["force"] = true, ["method"] = "insert", ["records"] = new JsonArray(new JsonObject { ["nama"] = "C" }) });
        using var after = await AskAsync(HttpMethod.Get, $"/datastore/dump/{id}", ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.EndsWith("3,C,,\n", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, InlineData("parquet"), InlineData("xlsx")]
    public async Task Should_give_parts_of_kept_files(string format)
    {
        var path = $"/datastore/dump/{await TableAsync()}?format={format}";
        using var whole = await portal.GetAsync(path);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        Assert.Equal(bytes.Length, whole.Content.Headers.ContentLength);
        using var part = await AskAsync(HttpMethod.Get, path, ("Range", "bytes=10-"), ("If-Range", whole.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[10..], await part.Content.ReadAsByteArrayAsync());
    }

    [Theory, InlineData("br"), InlineData("gzip")]
    public async Task Should_pack_texts(string encoding)
    {
        var path = $"/datastore/dump/{await TableAsync()}";
        using var plain = await portal.GetAsync(path);
        using var answer = await AskAsync(HttpMethod.Get, path, ("Accept-Encoding", encoding));
        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        Assert.NotEqual(plain.Headers.ETag, answer.Headers.ETag);
        Assert.Contains("Accept-Encoding", plain.Headers.Vary);
        var bytes = await answer.Content.ReadAsStreamAsync();
        await using Stream unpacked = encoding == "br" ? new BrotliStream(bytes, CompressionMode.Decompress) : new GZipStream(bytes, CompressionMode.Decompress);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await new StreamReader(unpacked, Encoding.UTF8).ReadToEndAsync());
    }

    [Theory, InlineData("csv"), InlineData("parquet"), InlineData("xlsx")]
    public async Task Should_tell_nothing_of_private_tables(string format)
    {
        var path = $"/datastore/dump/{await TableAsync(isPrivate: true)}?format={format}";
        using var own = await portal.GetAsync(path, portal.Token);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Contains("private", own.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        using var stranger = await AskAsync(HttpMethod.Get, path, ("If-None-Match", own.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Null(stranger.Headers.ETag);
        using var none = await AskAsync(HttpMethod.Get, "/datastore/dump/0f9a1c5e-7a52-4c7e-9a55-111111111111", ("If-None-Match", own.Headers.ETag!.ToString()));
        Assert.Equal(await none.Content.ReadAsStringAsync(), await stranger.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("?format=pdf", "Value must be one of csv, tsv, json, xml, xlsx, parquet, ndjson, geojson")]
    [InlineData("?format=geojson&fields=nama", "koordinat")]
    [InlineData("?filters={\"lintang\":\"x\"}", "Invalid query")]
    public async Task Should_say_what_is_wrong(string query, string expected)
    {
        using var answer = await portal.GetAsync($"/datastore/dump/{await TableAsync()}{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Null(answer.Headers.ETag);
        Assert.Null(answer.Content.Headers.ContentDisposition);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> TableAsync(bool isPrivate = false)
    {
        var dataset = await portal.NewDatasetAsync(isPrivate: isPrivate);
        var made = await portal.CallAsync("datastore_create", new JsonObject
        {
            ["resource"] = new JsonObject { ["package_id"] = dataset },
            ["fields"] = new JsonArray(new JsonObject { ["id"] = "nama", ["type"] = "text" }, new JsonObject { ["id"] = "lintang", ["type"] = "float" }, new JsonObject { ["id"] = "bujur", ["type"] = "float" }),
            ["records"] = new JsonArray(new JsonObject { ["nama"] = "A", ["lintang"] = -7.38, ["bujur"] = 109.36 }, new JsonObject { ["nama"] = "B" }),
        });
        return (string)made!["resource_id"]!;
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await portal.Http.SendAsync(request);
    }
}
