using System.Text;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Hosting;

namespace Purbalingga.Portal.ActionApi;

/// <summary>CKAN's helpers for fields that complete what one types (<c>/api/util</c>): the autocomplete actions in older clothes, without envelope.</summary>
internal sealed class UtilHandler(IActionRunner runner, CallerFactory callers)
{
    public async Task HandleAsync(HttpContext context, string helper)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            await SmallAnswers.NotAllowedAsync(context);
            return;
        }

        try
        {
            var query = FormText.ToObject(FormText.Parse(Encoding.UTF8.GetBytes((context.Request.QueryString.Value ?? "").TrimStart('?'))));
            var answer = helper switch
            {
                "dataset/autocomplete" => await CompleteAsync(context, query, "package_autocomplete", "incomplete", 10, Same),
                "tag/autocomplete" => await CompleteAsync(context, query, "tag_autocomplete", "incomplete", 10, item => new JsonObject { ["Name"] = item!.DeepClone() }),
                "resource/format_autocomplete" => await CompleteAsync(
                    context, query, "format_autocomplete", "incomplete", 5, item => new JsonObject { ["Format"] = item!.DeepClone() }),
                "user/autocomplete" => await ListAsync(context, query, "user_autocomplete"),
                "group/autocomplete" => await ListAsync(context, query, "group_autocomplete"),
                "organization/autocomplete" => await ListAsync(context, query, "organization_autocomplete"),
                _ => null,
            };
            await (answer is null
                ? HtmlAnswers.WriteAsync(context, StatusCodes.Status404NotFound)
                : RawAnswers.WriteAsync(context, StatusCodes.Status200OK, RawAnswers.Json, CatalogJson.Utf8(answer)));
        }
        catch (NotAuthorizedException)
        {
            await HtmlAnswers.WriteAsync(context, StatusCodes.Status403Forbidden);
        }
        catch (NotFoundException)
        {
            await HtmlAnswers.WriteAsync(context, StatusCodes.Status404NotFound);
        }
        catch (Exception error) when (error is CatalogException or BadRequestException)
        {
            await HtmlAnswers.WriteAsync(context, StatusCodes.Status400BadRequest);
        }
    }

    private static JsonNode Same(JsonNode? item) => item!.DeepClone();

    /// <summary><c>{"ResultSet": {"Result": [...]}}</c></summary>
    private async Task<JsonNode> CompleteAsync(HttpContext context, JsonObject query, string action, string key, int limit, Func<JsonNode?, JsonNode> dress)
    {
        var found = await AskAsync(context, query, action, key, limit);
        return new JsonObject { ["ResultSet"] = new JsonObject { ["Result"] = new JsonArray([.. found.Select(dress)]) } };
    }

    private async Task<JsonNode> ListAsync(HttpContext context, JsonObject query, string action) =>
        new JsonArray([.. (await AskAsync(context, query, action, "q", 20)).Select(Same)]);

    private async Task<JsonArray> AskAsync(HttpContext context, JsonObject query, string action, string key, int limit)
    {
        if (InputValues.Text(query[key]) is not { Length: > 0 } text || !runner.Registry.TryFind(action, out _))
        {
            return [];
        }

        var data = new JsonObject { ["q"] = text, ["limit"] = query["limit"]?.DeepClone() ?? limit };
        foreach (var further in (string[])["vocabulary_id", "ignore_self"])
        {
            if (query[further] is { } value)
            {
                data[further] = value.DeepClone();
            }
        }

        var result = await runner.RunAsync(action, new ActionInput(data), await callers.FromAsync(context), context.RequestAborted);
        return JsonNode.Parse(result.Span)!.AsArray();
    }
}
