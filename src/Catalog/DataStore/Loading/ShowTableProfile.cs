using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Resources;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary><c>{resource_id, profile, validation}</c>: see <see cref="TableProfiler.RunAsync"/> and <see cref="TableValidator.RunAsync"/>; each is null when there is none yet.</summary>
[CkanAction("table_profile_show", Access.Checked, ReadOnly = true)]
[Doc("What the columns of a loaded table hold (counts, ranges, frequent values, histograms), and where they break their dictionary. Ours, not CKAN's.")]
internal sealed class ShowTableProfile(LoadAccess access) : IAction<ResourceReference, JsonObject>
{
    public async ValueTask<JsonObject> RunAsync(ResourceReference request, Caller caller, CancellationToken ct)
    {
        var (resource, load) = await access.ReadAsync(request.Id, caller, ct);
        return new JsonObject
        {
            ["resource_id"] = resource.Id,
            ["profile"] = load?.ProfileJson is { } profile ? JsonNode.Parse(profile) : null,
            ["validation"] = load?.ValidationJson is { } validation ? JsonNode.Parse(validation) : null,
        };
    }
}
