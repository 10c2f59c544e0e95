using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Users;

[CkanAction("api_token_list", Access.Checked, ReadOnly = true)]
[Doc("Lists a user's API tokens, oldest first, without their secrets. Allowed to the user and to sysadmins.")]
internal sealed class ListApiTokens(CatalogContext context) : IAction<ListApiTokens.Request, JsonNode>
{
    public sealed record Request([Required, Alias("user"), Doc("Name or id of the user.", Example = "\"operator-dinkes\"")] string UserId);

    public async ValueTask<JsonNode> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var userId = await context.Users.Where(u => u.Id == request.UserId || u.Name == request.UserId).Select(u => u.Id).FirstOrDefaultAsync(ct);
        if (!caller.IsSysadmin && (caller.UserId is null || userId != caller.UserId))
        {
            throw new NotAuthorizedException();
        }

        if (userId is null)
        {
            throw new NotFoundException("User not found");
        }

        var tokens = await context.ApiTokens.AsNoTracking().Where(t => t.UserId == userId).OrderBy(t => t.CreatedAt).ThenBy(t => t.Id).ToListAsync(ct);
        return new JsonArray([.. tokens.Select(Show)]);
    }

    // Expiry and scope are ours: they appear only on tokens that have them, so that others look as CKAN's
    private static JsonObject Show(ApiToken token)
    {
        var shown = new JsonObject
        {
            ["id"] = token.Id,
            ["name"] = token.Name,
            ["user_id"] = token.UserId,
            ["created_at"] = Clock.Text(token.CreatedAt),
            ["last_access"] = token.LastAccess is { } time ? Clock.Text(time) : null,
        };
        if (token.ExpiresAt is { } end)
        {
            shown["expires_at"] = Clock.Text(end);
        }

        if (token.Scope is not null)
        {
            shown["scope"] = token.Scope;
        }

        return shown;
    }
}
