using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Views;

[CkanAction("resource_view_create", Access.Checked)]
[Doc("Saves a way to look at a resource: a table, a chart, a map.")]
internal sealed class CreateResourceView(CatalogContext context, ViewAccess access) : IAction<ActionInput, JsonObject>, IDescribesParameters
{
    /// <summary>Nobody looks at more; keeps one resource from filling the records.</summary>
    private const int MaxViews = 200;

    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("resource_id", "string", true, "Id of the resource.", "\"3f6a1d0c-0000-4000-8000-000000000000\""),
        new("view_type", "string", true, "datatables_view, image_view, webpage_view, video_view, audio_view, text_view; ours: table_view, chart_view, map_view.", "\"chart_view\""),
        new("title", "string", true, "Shown above it.", "\"Penduduk menurut kecamatan\""),
        new("description", "string", false),
        new("query", "string", false, "Of our own types: query string of the resource's page.", "\"show=chart&group=kecamatan&measure=sum&column=jumlah\""),
    ];

    public async ValueTask<JsonObject> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var resourceId = request.Required("resource_id");
        var type = request.Required("view_type");
        if (!ViewTypes.IsKnown(type))
        {
            throw InvalidException.Bare("view_type", $"No plugin found for view_type {type}");
        }

        if (!await context.Resources.AnyAsync(r => r.Id == resourceId, ct))
        {
            throw InvalidException.Field("resource_id", $"Resource not found: {resourceId}");
        }

        var datasetId = await access.ChangeResourceAsync(resourceId, caller, ct);
        var title = request.Required("title");
        var config = ViewTypes.Config(type, request.Data);
        var orders = await context.ResourceViews.Where(v => v.ResourceId == resourceId).Select(v => v.Order).ToListAsync(ct);
        if (orders.Count >= MaxViews)
        {
            throw InvalidException.Field("resource_id", $"A resource has at most {MaxViews} views");
        }

        var view = new ResourceView
        {
            Id = await NewIdAsync(request.Text("id"), caller, ct),
            ResourceId = resourceId,
            ViewType = type,
            Title = title,
            Description = request.Text("description"),
            Order = orders.Count == 0 ? 0 : orders.Max() + 1,
            ConfigJson = config,
        };
        context.ResourceViews.Add(view);
        return ViewAccess.Show(view, datasetId);
    }

    // Only sysadmins choose ids, as for datasets; from others it is left aside
    private async Task<string> NewIdAsync(string? wanted, Caller caller, CancellationToken ct)
    {
        if (wanted is null || !caller.IsSysadmin)
        {
            return Guid.NewGuid().ToString();
        }

        if (!Guid.TryParse(wanted, out var id))
        {
            throw InvalidException.Field("id", "Invalid id provided");
        }

        var text = id.ToString();
        return await context.ResourceViews.AnyAsync(v => v.Id == text, ct) ? throw InvalidException.Field("id", "ResourceView id already exists") : text;
    }
}
