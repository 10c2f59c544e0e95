using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Users;

/// <summary>Adds API tokens in the running transaction.</summary>
internal sealed class NewTokens(CatalogContext context, PendingChanges pending, TimeProvider clock)
{
    /// <summary>Scope of tokens that may only call actions without side effects.</summary>
    public const string ReadScope = "read";

    /// <returns>Id and text of the token; only the hash of the text is kept.</returns>
    public (string Id, string Text) Add(string userId, string name, TimeSpan? lifetime, string? scope)
    {
        var now = clock.Now();
        var id = TokenText.NewId();
        var expires = lifetime is { } length ? now + length : (DateTime?)null;
        var text = TokenText.New(id, now, expires);
        context.ApiTokens.Add(new ApiToken
        {
            Id = id,
            Name = name,
            UserId = userId,
            Hash = TokenText.HashOf(text),
            Scope = scope,
            CreatedAt = now,
            ExpiresAt = expires,
        });
        pending.UserChanged(userId);
        return (id, text);
    }
}
