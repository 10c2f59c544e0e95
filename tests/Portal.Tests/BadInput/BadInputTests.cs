using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Portal.Tests.Hosting;

namespace Purbalingga.Portal.Tests.BadInput;

/// <summary>
/// Every wrong value in every parameter of the actions that clients use daily: a clear answer, never an internal error, and a refused call
/// changes nothing. The portal is not shared, so that the change log moves by these calls alone.
/// </summary>
public sealed class BadInputTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string[] Daily = ["package_", "dataset_purge", "current_package_", "resource_", "organization_", "group_", "user_show", "user_list", "tag_list", "license_list", "status_show", "help_show"];

    private static readonly Dictionary<string, ActionDescriptor> Described = new ServiceCollection().AddCatalog((_, _) => { })
        .Where(s => s.ServiceType == typeof(ActionDescriptor)).Select(s => (ActionDescriptor)s.ImplementationInstance!)
        .Where(a => Daily.Any(start => a.Name.StartsWith(start, StringComparison.Ordinal))).ToDictionary(a => a.Name);

    public static TheoryData<string> Actions => [.. Described.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> LargeFields => new()
    {
        { "package_create", "extras" }, { "package_create", "tags" }, { "package_create", "groups" }, { "package_create", "notes" },
        { "package_create", "tidak_dikenal" }, { "resource_create", "kolom" }, { "resource_create", "description" }, { "organization_create", "extras" }, { "organization_create", "users" },
        { "group_create", "packages" }, { "package_search", "q" }, { "package_search", "fq_list" }, { "package_search", "facet.field" }, { "package_search", "sort" }, { "tag_list", "query" },
        { "group_list", "groups" }, { "organization_list", "q" }, { "organization_list", "organizations" }, { "user_list", "q" }, { "resource_search", "query" },
        { "package_resource_reorder", "order" },
    };

    [Theory, MemberData(nameof(Actions))]
    public async Task Should_answer_every_wrong_value_clearly(string action)
    {
        var catalog = await SmallCatalog.MakeAsync(portal);
        var wrong = new List<string>();
        foreach (var parameter in Described[action].Parameters.Where(p => p.Type != "file"))
        {
            // What was taken stays, and large things make all later calls slow
            catalog = Described[action].ReadOnly ? catalog : await SmallCatalog.MakeAsync(portal);
            // Changing reads values as creating does: a third of them each, other ones for each parameter
            var values = SharesSchema(action) ? HostileValues.All.Where((_, i) => (i + parameter.Name.Length) % 3 == 0) : HostileValues.All;
            foreach (var value in values)
            {
                await TryAsync(wrong, action, Body(catalog.Request(action), parameter.Name, value), portal.Token);
            }

            // Somebody unknown meets the same readers of values where he may call at all
            foreach (var value in Described[action].ReadOnly ? HostileValues.All : HostileValues.Some)
            {
                await TryAsync(wrong, action, Body(catalog.Request(action), parameter.Name, value), "");
            }

            foreach (var value in HostileValues.Large)
            {
                await TryAsync(wrong, action, Body(catalog.Request(action), parameter.Name, value), portal.Token);
            }
        }

        Report(wrong);
    }

    [Theory, MemberData(nameof(LargeFields))]
    public async Task Should_answer_very_large_values_clearly(string action, string field)
    {
        var catalog = await SmallCatalog.MakeAsync(portal);
        var wrong = new List<string>();
        foreach (var value in HostileValues.Huge)
        {
            await TryAsync(wrong, action, Body(catalog.Request(action), field, value), portal.Token);
            await TryAsync(wrong, action, Body(catalog.Request(action), field, value), "");
        }

        Report(wrong);
    }

    [Theory]
    [InlineData("resources", "resource_create")]
    [InlineData("tags", "name,id,vocabulary_id,state,display_name")]
    [InlineData("extras", "key,value,id,state")]
    [InlineData("groups", "id,name,title,capacity")]
    [InlineData("relationships_as_subject", "subject,object,type,comment")]
    public async Task Should_answer_wrong_values_inside_lists_clearly(string field, string keys)
    {
        var catalog = await SmallCatalog.MakeAsync(portal);
        var wrong = new List<string>();
        IEnumerable<string> names = Described.TryGetValue(keys, out var action) ? action.Parameters.Where(p => p.Type != "file").Select(p => p.Name).Append("id") : keys.Split(',');
        foreach (var key in names)
        {
            foreach (var value in HostileValues.All)
            {
                var item = $"[{{\"name\":\"nama\",\"key\":\"kunci\",\"value\":\"nilai\",\"url\":\"https://example.test\",{JsonSerializer.Serialize(key)}:{value}}}]";
                await TryAsync(wrong, "package_patch", Body(catalog.Request("package_patch"), field, item), portal.Token);
            }
        }

        Report(wrong);
    }

    [Theory, MemberData(nameof(Actions))]
    public async Task Should_answer_bodies_that_are_no_object_clearly(string action)
    {
        var wrong = new List<string>();
        string[] bodies = ["", " ", "{", "[]", "1", "\"", "{\"id\":}", "{id:1}", "{'id':1}", "\uFEFF{}", "{}\u0000", "[{}]", "nul", "{\"id\":\"a\",}", new string('[', 200), string.Concat(Enumerable.Repeat("{\"id\":", 200))];
        foreach (var body in bodies)
        {
            await TryAsync(wrong, action, Encoding.UTF8.GetBytes(body), portal.Token);
        }

        byte[][] notUtf8 = [[0xFF, 0xFE], [.. "{\"id\":\""u8, 0xC3, 0x28, .. "\"}"u8], [.. "{\"id\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8], [.. "{\"\xF0\""u8]];
        foreach (var body in notUtf8)
        {
            await TryAsync(wrong, action, body, portal.Token);
        }

        Report(wrong);
    }

    [Theory, MemberData(nameof(Actions))]
    public async Task Should_answer_wrong_values_in_addresses_and_forms_clearly(string action)
    {
        var catalog = await SmallCatalog.MakeAsync(portal);
        var described = Described[action];
        var wrong = new List<string>();
        string[] values = ["", "%20", "-1", "1e400", "%00", "%C3%28", "%ED%A0%80", "[", "{}", "[null]", "[%22a%22", "a&{0}=b", "%2e%2e%2f"];
        foreach (var parameter in described.Parameters.Where(p => p.Type != "file").Select(p => p.Name))
        {
            foreach (var value in values)
            {
                var fields = $"{parameter}={value.Replace("{0}", parameter, StringComparison.Ordinal)}";
                var rest = string.Concat(catalog.Request(action).Where(p => p.Key != parameter && p.Value is JsonValue).Select(p => $"&{p.Key}={Uri.EscapeDataString(p.Value!.ToString())}"));
                if (described.ReadOnly)
                {
                    await ExpectAsync(wrong, $"GET {action}?{fields}{rest}", () => portal.GetAsync($"/api/3/action/{action}?{fields}{rest}", portal.Token));
                }

                await ExpectAsync(wrong, $"POST {action} {fields}{rest}", () => portal.PostAsync(action, fields + rest, "application/x-www-form-urlencoded"));
            }
        }

        Report(wrong);
    }

    [Theory]
    [InlineData("update__resources__999999999__url")]
    [InlineData("update__resources__-999999999__url")]
    [InlineData("update__resources__2147483648__url")]
    [InlineData("update__resources__99999999999999999999__url")]
    [InlineData("update__resources__extend")]
    [InlineData("update__resources__0__extend")]
    [InlineData("update____")]
    [InlineData("update__resources__zzzzz__url")]
    [InlineData("update__")]
    [InlineData("filter")]
    [InlineData("include")]
    [InlineData("match__resources__999999999__url")]
    public async Task Should_make_no_room_for_flattened_indexes(string key)
    {
        var catalog = await SmallCatalog.MakeAsync(portal);
        var wrong = new List<string>();
        foreach (var value in HostileValues.All)
        {
            var request = new JsonObject { ["match"] = new JsonObject { ["id"] = catalog.Dataset } };
            await TryAsync(wrong, "package_revise", Body(request, key, value), portal.Token);
        }

        foreach (var action in (string[])["package_create", "package_patch", "package_update", "organization_create"])
        {
            await TryAsync(wrong, action, Body(catalog.Request(action), key.StartsWith("update__r", StringComparison.Ordinal) ? key["update__".Length..] : key, "\"x\""), portal.Token);
        }

        Report(wrong);
    }

    [Fact]
    public async Task Should_still_be_sound_after_all()
    {
        var catalog = await SmallCatalog.MakeAsync(portal);
        var before = await NamesAsync();
        var wrong = new List<string>();
        foreach (var action in Described.Values.Where(a => !a.ReadOnly))
        {
            await TryAsync(wrong, action.Name, Body(catalog.Request(action.Name), "id", "\"tidak-ada\""), "");
        }

        Report(wrong);
        Assert.Equal(before, await NamesAsync());
    }

    private static bool SharesSchema(string action) => action.EndsWith("_patch", StringComparison.Ordinal) || action.EndsWith("_update", StringComparison.Ordinal);

    private async Task<string> NamesAsync() =>
        string.Concat((await portal.CallAsync("package_list", []))!.ToJsonString(), (await portal.CallAsync("organization_list", []))!.ToJsonString(), (await portal.CallAsync("group_list", []))!.ToJsonString());

    // Written by hand: the values are no JSON that a library would write
    private static byte[] Body(JsonObject request, string key, string value)
    {
        request.Remove(key);
        var text = request.ToJsonString();
        return Encoding.UTF8.GetBytes($"{text[..^1]}{(request.Count > 0 ? "," : "")}{JsonSerializer.Serialize(key)}:{value}}}");
    }

    private Task TryAsync(List<string> wrong, string action, byte[] body, string token) =>
        ExpectAsync(wrong, $"{action} {(token.Length == 0 ? "(anonymous)" : "")} {Encoding.UTF8.GetString(body)}", () =>
        {
            var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            return portal.SendAsync(HttpMethod.Post, "/api/3/action/" + action, content, token);
        });

    private async Task ExpectAsync(List<string> wrong, string call, Func<Task<HttpResponseMessage>> send)
    {
        var feed = portal.Services.GetRequiredService<ChangeFeed>();
        var before = feed.Applied;
        using var answer = await send();
        var body = await answer.Content.ReadAsStringAsync();
        if (Complaint((int)answer.StatusCode, body) is { } complaint)
        {
            wrong.Add($"{complaint}: {(int)answer.StatusCode} {body[..Math.Min(body.Length, 300)]}\n    {call[..Math.Min(call.Length, 300)]}");
        }
        else if ((int)answer.StatusCode >= 400 && feed.Applied != before)
        {
            wrong.Add($"changed something and refused: {(int)answer.StatusCode}\n    {call[..Math.Min(call.Length, 300)]}");
        }
    }

    private string? Complaint(int status, string body)
    {
        if (status is not (200 or (>= 400 and < 500)))
        {
            return "unexpected status";
        }

        JsonNode? node;
        try
        {
            node = JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return "no JSON";
        }

        if (body.Contains("   at Purbalingga", StringComparison.Ordinal) || body.Contains(portal.Data, StringComparison.Ordinal))
        {
            return "tells of the inside";
        }

        var fine = node switch
        {
            JsonObject envelope when status == 200 => (bool?)envelope["success"] == true && envelope.ContainsKey("result"),
            JsonObject envelope => (bool?)envelope["success"] == false && envelope["error"]?["__type"] is not null,
            JsonValue text => status is 400 or 413 && text.ToString().StartsWith("Bad request: ", StringComparison.Ordinal),
            _ => false,
        };
        return fine ? null : "not CKAN's envelope";
    }

    private static void Report(List<string> wrong) => Assert.True(wrong.Count == 0, $"{wrong.Count} calls:\n" + string.Join('\n', wrong.Take(25)));
}
