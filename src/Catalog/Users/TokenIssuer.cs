using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Users;

/// <summary>Makes API tokens for the command line; callers of the API have <c>api_token_create</c>.</summary>
public sealed class TokenIssuer(WriteTransactions transactions)
{
    /// <param name="user">Name or id of an active user.</param>
    /// <param name="name">What the token is for.</param>
    /// <param name="lifetime">Null for a token that does not expire.</param>
    /// <param name="readOnly">True for a token that only reads.</param>
    /// <returns>The token; it cannot be shown again.</returns>
    /// <exception cref="NotFoundException">No active user of that name.</exception>
    public ValueTask<string> IssueAsync(string user, string name, TimeSpan? lifetime, bool readOnly, CancellationToken ct) =>
        transactions.RunAsync(
            async (services, token) =>
            {
                var found = await services.GetRequiredService<CatalogContext>().Users
                    .FirstOrDefaultAsync(u => (u.Name == user || u.Id == user) && u.State == RecordState.Active, token)
                    ?? throw new NotFoundException("User not found");
                return services.GetRequiredService<NewTokens>().Add(found.Id, name, lifetime, readOnly ? NewTokens.ReadScope : null).Text;
            },
            ct);
}
