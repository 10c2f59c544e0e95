using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Settings;

[CkanAction("config_option_update", Access.Sysadmin)]
[Doc("Changes settings while the server runs; the change is kept and holds on every node. An empty value goes back to what the server was started with.")]
internal sealed class UpdateOptions(CatalogContext context, PendingChanges pending) : IAction<ActionInput, JsonNode>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } = [.. RuntimeOptions.All.Select(key => new ActionParameter(key, "string", false))];

    public async ValueTask<JsonNode> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var unknown = request.Data.Select(pair => pair.Key).Where(key => !RuntimeOptions.All.Contains(key)).ToList();
        if (unknown.Count > 0)
        {
            throw InvalidException.Text($"Configuration option(s) '{string.Join(' ', unknown)}' can not be updated");
        }

        var changed = new JsonObject();
        foreach (var (key, node) in request.Data)
        {
            var value = FieldText.Of(node) ?? "";
            if (key == RuntimeOptions.SiteUrl && value.Length > 0 && !IsSiteUrl(value))
            {
                throw InvalidException.Field(key, "Please provide a valid URL");
            }

            var stored = await context.Settings.FindAsync([key], ct);
            if (value.Length == 0 && stored is not null)
            {
                context.Settings.Remove(stored);
            }
            else if (value.Length > 0 && stored is null)
            {
                context.Settings.Add(new Setting { Key = key, Value = value });
            }
            else if (stored is not null)
            {
                stored.Value = value;
            }

            pending.SettingChanged(key);
            changed[key] = value;
        }

        return changed;
    }

    private static bool IsSiteUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0 && address.Fragment.Length == 0;
}
