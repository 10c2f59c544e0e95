using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Storage;
using Purbalingga.Catalog.Users;
using Purbalingga.Portal.Hosting;

namespace Purbalingga.Portal.Tests.Pages;

/// <summary>The portal with one organization, theme, users and a dataset whose every text tries to run a script.</summary>
public sealed class PagesServer : IAsyncLifetime, IDisposable
{
    public const string Password = "sandi-untuk-uji-halaman";

    /// <summary>Ends attributes, elements, scripts and comments, and brings in what runs.</summary>
    public const string Attack =
        "x\"'><script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)></title></textarea></script><a href=javascript:alert(1)>y</a>-->{{7*7}}";

    private readonly string _data = Directory.CreateTempSubdirectory("portal-pages-").FullName;
    private WebApplication? _app;

    public Uri Url { get; private set; } = null!;

    public string ResourceId { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _app = PortalHost.Build(new HostArguments(Urls: "http://127.0.0.1:0", DataPath: _data, LoadSampleData: false));
        await _app.StartAsync();
        Url = new Uri(_app.Urls.First());

        await DoAsync("organization_create", new() { ["name"] = "dinas-uji", ["title"] = Attack, ["description"] = Attack, ["extras"] = Extras("singkatan", Attack) });
        await DoAsync("group_create", new() { ["name"] = "tema-uji", ["title"] = Attack, ["description"] = Attack });
        await DoAsync("user_create", new() { ["name"] = "petugas", ["email"] = "petugas@example.test", ["password"] = Password, ["fullname"] = Attack });
        await DoAsync("user_create", new() { ["name"] = "pengelola", ["email"] = "pengelola@example.test", ["password"] = Password, ["sysadmin"] = true });
        await DoAsync("organization_member_create", new() { ["id"] = "dinas-uji", ["username"] = "petugas", ["role"] = "admin" });
        var dataset = await DoAsync("package_create", new()
        {
            ["name"] = "dataset-uji", ["title"] = Attack, ["notes"] = Attack + "\n\n[k](javascript:alert(1))", ["owner_org"] = "dinas-uji", ["author"] = Attack, ["maintainer"] = Attack,
            ["version"] = "<script>alert(1)</script>", ["url"] = "javascript:alert(1)", ["license_id"] = "<script>alert(1)</script>", ["extras"] = Extras("konsep", Attack),
            ["groups"] = new JsonArray(new JsonObject { ["name"] = "tema-uji" }), ["tags"] = new JsonArray(new JsonObject { ["name"] = "kata uji" }),
            ["resources"] = new JsonArray(new JsonObject { ["name"] = Attack, ["description"] = Attack, ["url"] = "javascript:alert(1)", ["format"] = Attack }),
        });
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes("nama,<script>alert(1)</script>,jumlah\n<img src=x onerror=alert(1)>,a,2\nb,c,3\n"));
        var stored = await _app.Services.GetRequiredService<IFileStorage>().PutAsync(csv, "uji.csv", 1_000_000, CancellationToken.None);
        var resource = await DoAsync(
            "resource_create", new() { ["package_id"] = (string?)dataset["id"], ["name"] = Attack }, new() { ["upload"] = new UploadedFile("uji.csv", "text/csv", stored) });
        ResourceId = (string)resource["id"]!;
        await DoAsync("package_create", new() { ["name"] = "dataset-rahasia", ["title"] = "Rahasia", ["owner_org"] = "dinas-uji", ["private"] = true });
    }

    public async Task DisposeAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    public void Dispose() => (_app as IDisposable)?.Dispose();

    /// <summary>A browser of its own that follows no redirect.</summary>
    public HttpClient Visit() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Url };

    public async Task<HttpClient> SignInAsync(string name)
    {
        var client = Visit();
        using var answer = await PostAsync(client, "/user/login", "/user/login", ("Login", name), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a form with the token of the page that it stands on.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string target, params (string Name, string Value)[] fields)
    {
        var document = await ReadAsync(client, page);
        var token = document.QuerySelector("main input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        using var form = new FormUrlEncodedContent(
            fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token)));
        return await client.PostAsync(new Uri(target, UriKind.Relative), form);
    }

    private static JsonArray Extras(string key, string value) => [new JsonObject { ["key"] = key, ["value"] = value }];

    private async Task<JsonObject> DoAsync(string action, JsonObject parameters, Dictionary<string, UploadedFile>? files = null)
    {
        var system = await _app!.Services.GetRequiredService<ICallerDirectory>().SystemAsync(CancellationToken.None);
        var answer = await _app.Services.GetRequiredService<IActionRunner>().RunAsync(action, new ActionInput(parameters, files ?? []), system, CancellationToken.None);
        return JsonNode.Parse(answer.Span)!.AsObject();
    }
}
