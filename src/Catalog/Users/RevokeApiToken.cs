using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Users;

[CkanAction("api_token_revoke", Access.Checked)]
[Doc("Revokes an API token at once, named by its id or by itself. Allowed to its owner and to sysadmins.")]
internal sealed class RevokeApiToken(CatalogContext context, PendingChanges pending) : IAction<RevokeApiToken.Request, Nothing>
{
    public sealed record Request(
        [Doc("Id of the token.")] string? Jti = null,
        [Doc("The token itself, in place of its id.")] string? Token = null);

    public async ValueTask<Nothing> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(request.Jti) && string.IsNullOrEmpty(request.Token))
        {
            throw InvalidException.Field("token", "Missing value");
        }

        var hash = string.IsNullOrEmpty(request.Token) ? "" : TokenText.HashOf(request.Token);
        var token = string.IsNullOrEmpty(request.Jti)
            ? await context.ApiTokens.FirstOrDefaultAsync(t => t.Hash == hash, ct)
            : await context.ApiTokens.FirstOrDefaultAsync(t => t.Id == request.Jti, ct);

        // One answer for unknown and foreign tokens: the id of a token is nobody else's to find out
        if (!caller.IsSysadmin && (caller.UserId is null || token?.UserId != caller.UserId))
        {
            throw new NotAuthorizedException();
        }

        if (token is not null)
        {
            context.ApiTokens.Remove(token);
            pending.UserChanged(token.UserId);
        }

        return Nothing.Value;
    }
}
