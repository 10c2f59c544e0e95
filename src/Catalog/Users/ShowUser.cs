using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Users;

[CkanAction("user_show", Access.Checked, ReadOnly = true, Result = ActionResultShapes.User)]
[Doc("Shows a user; without id the caller. E-mail address only to the user and to sysadmins.")]
internal sealed class ShowUser(CatalogContext context, CkanSettings settings, UserViews views, DocumentReader documents) : IAction<ShowUser.Request, JsonNode>
{
    private const int MaxDatasets = 50;

    public sealed record Request(
        [Doc("Name or id of the user.", Example = "\"operator-dinkes\"")] string? Id = null,
        [Doc("Also the 50 datasets of the user that changed last.")] bool IncludeDatasets = false,
        [Doc("Also how many follow the user.")] bool IncludeNumFollowers = false,
        [Doc("Sysadmins only.")] bool IncludePasswordHash = false,
        [Doc("Sysadmins only.")] bool IncludePluginExtras = false);

    public async ValueTask<JsonNode> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        settings.RequireUserDetails(caller);
        var id = string.IsNullOrEmpty(request.Id) ? caller.UserId : request.Id;
        var user = id is null ? null : await context.FindUserAsync(id, ct);
        if (user is null || (user.State == RecordState.Deleted && !caller.IsSysadmin))
        {
            throw new NotFoundException();
        }

        var whole = caller.IsSysadmin || caller.UserId == user.Id;
        var shown = await views.ShowAsync(user, whole, ct);
        if (caller.IsSysadmin && request.IncludePasswordHash)
        {
            shown["password_hash"] = user.PasswordHash;
        }

        if (caller.IsSysadmin && request.IncludePluginExtras)
        {
            shown["plugin_extras"] = user.PluginExtrasJson is null ? null : JsonNode.Parse(user.PluginExtrasJson);
        }

        if (request.IncludeDatasets)
        {
            shown["datasets"] = await DatasetsAsync(user, whole, ct);
        }

        if (request.IncludeNumFollowers)
        {
            shown["num_followers"] = await context.Follows.CountAsync(f => f.ObjectType == "user" && f.ObjectId == user.Id, ct);
        }

        return shown;
    }

    private async Task<JsonArray> DatasetsAsync(User user, bool whole, CancellationToken ct)
    {
        var ids = await context.Datasets
            .Where(d => d.CreatorUserId == user.Id)
            .Where(d => (d.State == RecordState.Active && !d.Private) || (whole && d.State != RecordState.Deleted))
            .OrderByDescending(d => d.MetadataModified).Select(d => d.Id).Take(MaxDatasets).ToListAsync(ct);
        return new JsonArray([.. (await documents.ListAsync(ids, ct)).Select(d => JsonNode.Parse(d.Json.Span))]);
    }
}
