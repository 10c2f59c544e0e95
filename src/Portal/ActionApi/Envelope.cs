using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Portal.ActionApi;

/// <summary>CKAN's envelope around results and errors.</summary>
internal sealed class Envelope(CkanSettings settings)
{
    private static readonly ReadOnlyMemory<byte> End = "}"u8.ToArray();
    private readonly ConcurrentDictionary<string, (string SiteUrl, byte[] Success, byte[] Failure)> _heads = new();

    public Task SucceedAsync(HttpContext context, string action, ActionAnswer answer) =>
        answer.Streamed is null
            ? RawAnswers.WriteAsync(context, StatusCodes.Status200OK, RawAnswers.Json, Heads(action).Success, answer.Result, Tail(answer))
            : RawAnswers.StreamAsync(context, RawAnswers.Json, Heads(action).Success, answer.Streamed, Tail(answer));

    /// <summary><c>CALLBACK({...});</c></summary>
    /// <param name="callback">Checked before: the name of a function.</param>
    public Task SucceedAsync(HttpContext context, string action, ReadOnlyMemory<byte> result, string callback)
    {
        byte[] json = [.. Heads(action).Success, .. result.Span, .. End.Span];
        var body = Encoding.UTF8.GetBytes($"{callback}({PythonText.Json(json)});");
        return RawAnswers.WriteAsync(context, StatusCodes.Status200OK, "application/javascript;charset=utf-8", body);
    }

    public Task FailAsync(HttpContext context, string action, int status, JsonObject error) =>
        RawAnswers.WriteAsync(context, status, RawAnswers.Json, Heads(action).Failure, CatalogJson.Utf8(error), End);

    private static ReadOnlyMemory<byte> Tail(ActionAnswer answer) =>
        answer.ChangedDatasets.Count == 0
            ? End
            : Encoding.UTF8.GetBytes($",\"changed_entities\":{{\"packages\":{JsonSerializer.Serialize(answer.ChangedDatasets)}}}}}");

    private (string SiteUrl, byte[] Success, byte[] Failure) Heads(string action)
    {
        var site = settings.SiteUrl;
        if (_heads.TryGetValue(action, out var heads) && heads.SiteUrl == site)
        {
            return heads;
        }

        var help = JsonSerializer.Serialize($"{site}/api/3/action/help_show?name={action}", CatalogJson.Options);
        heads = (site, Encoding.UTF8.GetBytes($"{{\"help\":{help},\"success\":true,\"result\":"), Encoding.UTF8.GetBytes($"{{\"help\":{help},\"success\":false,\"error\":"));
        _heads[action] = heads;
        return heads;
    }
}
