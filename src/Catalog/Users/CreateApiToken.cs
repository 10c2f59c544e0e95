using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Users;

[CkanAction("api_token_create", Access.Checked)]
[Doc("Makes an API token for a user. The token is shown in this answer only. Allowed to the user and to sysadmins.")]
internal sealed class CreateApiToken(CatalogContext context, NewTokens tokens) : IAction<CreateApiToken.Request, CreateApiToken.Result>
{
    // Ten years in seconds; longer than any key should live
    private const long MaxSeconds = 10L * 366 * 86_400;

    public sealed record Request(
        [Required, Doc("Name or id of the user.", Example = "\"operator-dinkes\"")] string User,
        [Required, Doc("What the token is for.", Example = "\"sinkronisasi\"")] string Name,
        [Positive, Doc("How long it is valid, counted in units; without it the token does not expire.")] int? ExpiresIn = null,
        [Doc("Seconds in a unit of expires_in: 1, 60, 3600, 86400 or 604800.", Example = "86400")] int? Unit = null,
        [Doc("read: the token may only call actions without side effects.")] string? Scope = null);

    public sealed record Result(string Token, string Id);

    public async ValueTask<Result> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var user = await context.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == request.User || u.Name == request.User, ct);
        if (!caller.IsSysadmin && (caller.UserId is null || user?.Id != caller.UserId))
        {
            throw new NotAuthorizedException();
        }

        if (user is not { State: RecordState.Active })
        {
            throw new NotFoundException("User not found");
        }

        if (!string.IsNullOrEmpty(request.Scope) && request.Scope != NewTokens.ReadScope)
        {
            throw InvalidException.Field("scope", "Value must be one of ['read']");
        }

        var (id, text) = tokens.Add(user.Id, request.Name, LifetimeOf(request), string.IsNullOrEmpty(request.Scope) ? null : request.Scope);
        return new Result(text, id);
    }

    private static TimeSpan? LifetimeOf(Request request)
    {
        if (request.ExpiresIn is not { } count)
        {
            return null;
        }

        return request.Unit switch
        {
            null => throw InvalidException.Field("unit", "Missing value"),
            1 or 60 or 3600 or 86_400 or 604_800 when (long)count * request.Unit.Value <= MaxSeconds => TimeSpan.FromSeconds((long)count * request.Unit.Value),
            1 or 60 or 3600 or 86_400 or 604_800 => throw InvalidException.Field("expires_in", "A token cannot be valid for more than ten years"),
            _ => throw InvalidException.Field("unit", "Value must be one of [1, 60, 3600, 86400, 604800]"),
        };
    }
}
