using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Tests.Hosting;

namespace Purbalingga.Portal.Tests.OpenApi;

[Collection(PortalGroup.Name)]
public sealed class OpenApiDocumentTests(PortalFixture portal)
{
    [Fact]
    public async Task Should_describe_every_action_with_schemas_and_examples()
    {
        var document = await ReadAsync();
        var schemas = document["components"]!["schemas"]!.AsObject();
        foreach (var action in portal.Services.GetRequiredService<ActionRegistry>().All)
        {
            var path = document["paths"]![$"/api/3/action/{action.Name}"]?.AsObject();
            Assert.True(path is not null, action.Name);
            Assert.Equal(action.ReadOnly, path.ContainsKey("get"));
            var post = path["post"]!;
            Assert.Equal(action.Summary, (string?)post["summary"]);
            var body = post["requestBody"]!["content"]!["application/json"]!;
            Assert.Equal(
                action.Parameters.Where(p => p.Type != "file").Select(p => p.Name).Order(StringComparer.Ordinal),
                (body["schema"]!["properties"] as JsonObject ?? []).Select(p => p.Key).Order(StringComparer.Ordinal));
            Assert.True(body["example"] is not null || action.Parameters.Count == 0, action.Name);
            foreach (var required in action.Parameters.Where(p => p.Required && p.Type != "file"))
            {
                Assert.True(body["example"]!.AsObject().ContainsKey(required.Name), $"{action.Name} {required.Name}");
            }

            foreach (var status in (string[])["200", "400", "403", "404", "409"])
            {
                var answer = post["responses"]![status]!["content"]!["application/json"]!;
                Assert.True(answer["schema"] is not null && answer["example"] is not null, $"{action.Name} {status}");
            }

            var result = post["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["properties"]!["result"]!.AsObject();
            Assert.True(result.Count > 0 || action.ResultType == typeof(Nothing), $"{action.Name} does not say what its result is");
            if (result["$ref"] is { } reference)
            {
                Assert.True(schemas.ContainsKey(((string)reference!).Split('/')[^1]), $"{action.Name} {reference}");
            }
        }
    }

    [Fact]
    public async Task Should_describe_what_the_portal_answers()
    {
        var document = await ReadAsync();
        var name = await portal.NewDatasetAsync(isPrivate: true);
        await portal.UploadAsync(name, "a.csv", "a,b\n1,2\n"u8.ToArray());
        var dataset = await portal.CallAsync("package_show", new JsonObject { ["id"] = name });
        Fits(document, "Dataset", dataset!);
        Fits(document, "Resource", dataset!["resources"]![0]!);
        Fits(document, "Organization", (await portal.CallAsync("organization_show", new JsonObject { ["id"] = dataset["owner_org"]!.DeepClone() }))!);
        Fits(document, "User", (await portal.CallAsync("user_show", new JsonObject { ["id"] = "test.ckan.net" }))!);
        Fits(document, "License", (await portal.CallAsync("license_list", []))![0]!);
        Fits(document, "DatasetPage", (await portal.CallAsync("package_search", []))!);
    }

    [Fact]
    public async Task Should_serve_the_page_for_trying_from_here_without_inline_scripts()
    {
        using var answer = await portal.GetAsync("/swagger/index.html");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        var scripts = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page).QuerySelectorAll("script, link[rel=stylesheet]");
        Assert.NotEmpty(scripts);
        foreach (var script in scripts)
        {
            var address = script.GetAttribute("src") ?? script.GetAttribute("href");
            Assert.False(string.IsNullOrEmpty(address), script.OuterHtml);
            Assert.DoesNotContain("//", address, StringComparison.Ordinal);
            using var file = await portal.GetAsync("/swagger/" + address);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }
    }

    /// <summary>Every key of the answer is described, and with this type.</summary>
    private static void Fits(JsonNode document, string schema, JsonNode value)
    {
        var properties = document["components"]!["schemas"]![schema]!["properties"]!.AsObject();
        foreach (var (key, given) in value.AsObject())
        {
            Assert.True(properties.ContainsKey(key), $"{schema}.{key} is not described");
            var type = (string?)properties[key]!["type"];
            var expected = given?.GetValueKind() switch
            {
                null => type,
                System.Text.Json.JsonValueKind.String => "string",
                System.Text.Json.JsonValueKind.Number => "integer",
                System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
                System.Text.Json.JsonValueKind.Array => "array",
                _ => "object",
            };
            Assert.True(type == expected, $"{schema}.{key} is described as {type} and is {expected}");
        }
    }

    private async Task<JsonNode> ReadAsync()
    {
        using var answer = await portal.GetAsync("/openapi.json");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
