using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Purbalingga.Portal.Tests.Hosting;

namespace Purbalingga.Portal.Tests.Downloads;

[Collection(PortalGroup.Name)]
public sealed class DownloadTests(PortalFixture portal)
{
    private static readonly byte[] Table = "kecamatan,jumlah\nBobotsari,52000\nMrebet,74000\n"u8.ToArray();

    [Fact]
    public async Task Should_give_the_file_back_with_length_tag_and_type()
    {
        var (path, _) = await UploadAsync("penduduk 2025.csv", Table);
        using var answer = await portal.GetAsync(path);
        Assert.Equal(Table, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(Table))}\"", answer.Headers.ETag?.Tag);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("penduduk-2025.csv", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_answer_parts_and_not_what_the_client_has()
    {
        var (path, _) = await UploadAsync("a.csv", Table);
        using var whole = await portal.GetAsync(path);
        using var part = await AskAsync(HttpMethod.Get, path, ("Range", "bytes=0-8"));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("kecamatan", await part.Content.ReadAsStringAsync());
        Assert.Equal(Table.Length, part.Content.Headers.ContentRange?.Length);
        using var past = await AskAsync(HttpMethod.Get, path, ("Range", "bytes=99999-"));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, past.StatusCode);
        using var known = await AskAsync(HttpMethod.Get, path, ("If-None-Match", whole.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        using var changed = await AskAsync(HttpMethod.Get, path, ("Range", "bytes=0-8"), ("If-Range", "\"another\""));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var head = await AskAsync(HttpMethod.Head, path);
        Assert.Equal(Table.Length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("halaman.html", "<html><script>alert(1)</script></html>")]
    [InlineData("gambar.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("tabel.csv", "<!doctype html><html><body onload=alert(1)></body></html>")]
    public async Task Should_never_show_what_a_browser_would_run(string fileName, string text)
    {
        var (path, _) = await UploadAsync(fileName, Encoding.UTF8.GetBytes(text));
        using var answer = await portal.GetAsync(path);
        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        var active = type.Contains("html", StringComparison.Ordinal) || type.Contains("svg", StringComparison.Ordinal);
        Assert.True(!active || answer.Content.Headers.ContentDisposition?.DispositionType == "attachment", $"{type} {answer.Content.Headers.ContentDisposition}");
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_not_show_as_a_page_what_its_publisher_calls_one()
    {
        var (path, _) = await UploadAsync("a.csv", Table, ("mimetype", "text/html"));
        using var answer = await portal.GetAsync(path);
        Assert.True(answer.Content.Headers.ContentType?.MediaType != "text/html" || answer.Content.Headers.ContentDisposition?.DispositionType == "attachment");
    }

    [Fact]
    public async Task Should_convert_a_table_and_keep_what_it_made()
    {
        var (path, _) = await UploadAsync("a.csv", Table);
        using var workbook = await portal.GetAsync(path + "?format=xlsx");
        Assert.Equal(HttpStatusCode.OK, workbook.StatusCode);
        Assert.Equal("PK"u8.ToArray(), (await workbook.Content.ReadAsByteArrayAsync())[..2]);
        Assert.EndsWith(".xlsx", workbook.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        using var marked = await portal.GetAsync(path + "?format=csv-bom");
        Assert.Equal([0xEF, 0xBB, 0xBF], (await marked.Content.ReadAsByteArrayAsync())[..3]);
        using var part = await AskAsync(HttpMethod.Get, path + "?format=xlsx", ("Range", "bytes=0-1"));
        Assert.Equal("PK"u8.ToArray(), await part.Content.ReadAsByteArrayAsync());
        using var known = await AskAsync(HttpMethod.Get, path + "?format=xlsx", ("If-None-Match", workbook.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        using var unknown = await portal.GetAsync(path + "?format=pdf");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Theory]
    [InlineData("json", "application/json", ".json", "[\n{\"kecamatan\":\"Bobotsari\",\"jumlah\":52000},\n{\"kecamatan\":\"Mrebet\",\"jumlah\":74000}\n]\n")]
    [InlineData("ndjson", "application/x-ndjson", ".ndjson", "{\"kecamatan\":\"Bobotsari\",\"jumlah\":52000}\n{\"kecamatan\":\"Mrebet\",\"jumlah\":74000}\n")]
    [InlineData("tsv", "text/tab-separated-values", ".tsv", "kecamatan\tjumlah\r\nBobotsari\t52000\r\nMrebet\t74000\r\n")]
    public async Task Should_give_a_table_in_other_texts(string format, string type, string ending, string expected)
    {
        var (path, _) = await UploadAsync("a.csv", Table);
        using var answer = await portal.GetAsync($"{path}?format={format}");
        Assert.Equal(expected, await answer.Content.ReadAsStringAsync());
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith(ending, answer.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Fact]
    public async Task Should_give_a_table_as_parquet_and_its_places_as_geojson()
    {
        var (path, _) = await UploadAsync("titik.csv", "nama,lintang,bujur\nAlun-alun,-7.38,109.36\n"u8.ToArray());
        using var parquet = await portal.GetAsync(path + "?format=parquet");
        Assert.Equal("PAR1"u8.ToArray(), (await parquet.Content.ReadAsByteArrayAsync())[..4]);
        using var geojson = await portal.GetAsync(path + "?format=geojson");
        Assert.Contains("[109.36,-7.38]", await geojson.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var (other, _) = await UploadAsync("a.csv", Table);
        using var refused = await portal.GetAsync(other + "?format=geojson");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("koordinat", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_disarm_formulas_where_that_is_asked_and_nowhere_else()
    {
        var (path, _) = await UploadAsync("a.csv", "nama,nilai\n=1+2,-5\n@x,+7\n"u8.ToArray());
        using var plain = await portal.GetAsync(path + "?format=csv");
        Assert.Equal("nama,nilai\r\n=1+2,-5\r\n@x,7\r\n", await plain.Content.ReadAsStringAsync());
        using var safe = await portal.GetAsync(path + "?format=csv&safe=1");
        Assert.Equal("nama,nilai\r\n'=1+2,-5\r\n'@x,7\r\n", await safe.Content.ReadAsStringAsync());
        Assert.NotEqual(plain.Headers.ETag, safe.Headers.ETag);
    }

    [Theory]
    [InlineData("br", "br"), InlineData("gzip, deflate", "gzip"), InlineData("gzip;q=0.5, br;q=0.1", "gzip"), InlineData("identity", null), InlineData("br;q=0", null)]
    public async Task Should_pack_texts_for_those_who_can_unpack(string accepted, string? encoding)
    {
        var table = Encoding.UTF8.GetBytes("kecamatan,jumlah\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"Bobotsari,{i}\n")));
        var (path, _) = await UploadAsync("besar.csv", table);
        using var answer = await AskAsync(HttpMethod.Get, path, ("Accept-Encoding", accepted));
        Assert.Equal(encoding is null ? [] : [encoding], answer.Content.Headers.ContentEncoding);
        var bytes = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        await using Stream unpacked = encoding switch { "br" => new BrotliStream(bytes, CompressionMode.Decompress), "gzip" => new GZipStream(bytes, CompressionMode.Decompress), _ => bytes };
        var whole = new MemoryStream();
        await unpacked.CopyToAsync(whole);
        Assert.Equal(table, whole.ToArray());
        Assert.True(encoding is null || bytes.Length < table.Length / 2);
        using var known = await AskAsync(HttpMethod.Get, path, ("Accept-Encoding", accepted), ("If-None-Match", answer.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        using var part = await AskAsync(HttpMethod.Get, path, ("Accept-Encoding", accepted), ("Range", "bytes=0-8"));
        Assert.Equal("kecamatan", await part.Content.ReadAsStringAsync());
        using var packed = await AskAsync(HttpMethod.Get, path + "?format=xlsx", ("Accept-Encoding", accepted));
        Assert.Empty(packed.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Should_say_why_a_file_is_no_table_and_give_it_as_it_is()
    {
        byte[] broken = [.. "PK\u0003\u0004"u8, .. Enumerable.Repeat((byte)7, 200)];
        var (path, _) = await UploadAsync("rusak.xlsx", broken);
        using var converted = await portal.GetAsync(path + "?format=csv");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, converted.StatusCode);
        using var whole = await portal.GetAsync(path);
        Assert.Equal(broken, await whole.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("tabel.zip", "penduduk.csv", "kecamatan,jumlah\nBobotsari,52000\n", true)]
    [InlineData("tabel.zip", "peta.pdf", "%PDF-1.7 isi", false)]
    [InlineData("tabel.json", null, "[{\"kecamatan\":\"Bobotsari\",\"jumlah\":52000}]", true)]
    [InlineData("setelan.json", null, "[]", false)]
    public async Task Should_show_tables_in_archives_and_json_and_find_no_fault_with_files_beside_them(string fileName, string? entry, string text, bool isTable)
    {
        var (path, _) = await UploadAsync(fileName, entry is null ? Encoding.UTF8.GetBytes(text) : Zip(entry, text));
        var id = path.Split('/')[4]; // /dataset/ID/resource/ID/download/NAME

        var preview = await portal.CallAsync("resource_table_preview", new JsonObject { ["id"] = id });

        Assert.Equal(isTable, (bool)preview!["is_table"]!);
        Assert.Null(preview["error"]);
        using var converted = await portal.GetAsync(path + "?format=csv");
        Assert.Equal(isTable ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, converted.StatusCode);
        if (isTable)
        {
            Assert.Equal("kecamatan,jumlah\r\nBobotsari,52000\r\n", await converted.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Should_lead_on_to_a_link()
    {
        var dataset = await portal.NewDatasetAsync();
        var link = await portal.CallAsync("resource_create", new JsonObject { ["package_id"] = dataset, ["url"] = "https://example.test/penduduk.csv" });
        using var answer = await portal.GetAsync($"/dataset/{dataset}/resource/{link!["id"]}/download");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("https://example.test/penduduk.csv", answer.Headers.Location?.ToString());
        var script = await portal.CallAsync("resource_create", new JsonObject { ["package_id"] = dataset, ["url"] = "javascript:alert(1)" });
        using var refused = await portal.GetAsync($"/dataset/{dataset}/resource/{script!["id"]}/download");
        Assert.DoesNotContain("javascript:", refused.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_find_sibling_files_by_name()
    {
        var (path, dataset) = await UploadAsync("tabel.csv", Table);
        await portal.UploadAsync(dataset, "datapackage.json", "{}"u8.ToArray());
        var folder = path[..path.LastIndexOf('/')];
        using var sibling = await portal.GetAsync(folder + "/datapackage.json");
        Assert.Equal("{}", await sibling.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Should_show_private_files_only_to_those_who_may_see_them()
    {
        var dataset = await portal.NewDatasetAsync(isPrivate: true);
        var resource = await portal.UploadAsync(dataset, "rahasia.csv", Table);
        var path = new Uri((string)resource["url"]!).AbsolutePath;
        using var refused = await portal.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("text/html", refused.Content.Headers.ContentType?.MediaType);
        using var allowed = await portal.GetAsync(path, null);
        Assert.Equal(Table, await allowed.Content.ReadAsByteArrayAsync());
        Assert.Contains("private", allowed.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        using var converted = await portal.GetAsync(path + "?format=xlsx");
        Assert.Equal(HttpStatusCode.Forbidden, converted.StatusCode);
    }

    [Theory]
    [InlineData("/dataset/tidak-ada/resource/0d0f8a3c-0000-4000-8000-000000000000/download")]
    [InlineData("/dataset/x/resource/..%2f..%2fcatalog.db/download")]
    [InlineData("/uploads/group/..%2f..%2fcatalog.db")]
    [InlineData("/uploads/group/tidak-ada.png")]
    public async Task Should_not_find_anything_else(string path)
    {
        using var answer = await portal.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Should_not_give_a_file_under_another_dataset()
    {
        var secret = await portal.NewDatasetAsync(isPrivate: true);
        var resource = await portal.UploadAsync(secret, "rahasia.csv", Table);
        var open = await portal.NewDatasetAsync();
        using var answer = await portal.GetAsync($"/dataset/{open}/resource/{resource["id"]}/download/rahasia.csv");
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
    }

    [Fact]
    public async Task Should_show_the_logo_of_an_organization()
    {
        var name = "opd-logo-" + Guid.NewGuid().ToString("N");
        byte[] png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        using var form = new MultipartFormDataContent { { new StringContent(name), "name" }, { PortalFixture.FileOf(png), "image_upload", "logo.png" } };
        using var made = await portal.SendAsync(HttpMethod.Post, "/api/3/action/organization_create", form);
        var body = await made.Content.ReadAsStringAsync();
        Assert.True(made.StatusCode == HttpStatusCode.OK, body);
        var path = new Uri((string)JsonNode.Parse(body)!["result"]!["image_display_url"]!).AbsolutePath;
        using var answer = await portal.GetAsync(path);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(png, await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<(string Path, string Dataset)> UploadAsync(string fileName, byte[] bytes, params (string, string)[] fields)
    {
        var dataset = await portal.NewDatasetAsync();
        var resource = await portal.UploadAsync(dataset, fileName, bytes, fields);
        return (new Uri((string)resource["url"]!).AbsolutePath, dataset);
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

    private static byte[] Zip(string name, string text)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = new StreamWriter(zip.CreateEntry(name).Open()))
        {
            entry.Write(text);
        }

        return memory.ToArray();
    }
}
