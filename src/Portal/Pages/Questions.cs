using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages;

/// <summary>How pages ask the catalog: an action by its wire name, as the person who looks at the page.</summary>
internal sealed class Questions(IActionRunner runner, PortalSession session, IHttpContextAccessor accessor)
{
    /// <summary>Who looks at the page.</summary>
    public ValueTask<Caller> CallerAsync() => session.CallerAsync(accessor.HttpContext!);

    /// <summary>Runs an action and reads its result.</summary>
    /// <typeparam name="T">A view of the result; keys that it does not name are skipped.</typeparam>
    /// <exception cref="CatalogException">Every answer that is not success.</exception>
    public async ValueTask<T> AskAsync<T>(string action, JsonObject parameters, CancellationToken ct) =>
        Read<T>(await RunAsync(action, new ActionInput(parameters), ct));

    /// <summary>Runs an action, with files where it takes some.</summary>
    /// <returns>UTF-8 JSON of the result.</returns>
    /// <exception cref="CatalogException">Every answer that is not success.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> RunAsync(string action, ActionInput input, CancellationToken ct) =>
        await runner.RunAsync(action, input, await CallerAsync(), ct);

    public static T Read<T>(ReadOnlyMemory<byte> utf8) =>
        JsonSerializer.Deserialize<T>(utf8.Span, ViewJson.Options) ?? throw new InvalidDataException($"The result is null where {typeof(T).Name} was expected.");
}
