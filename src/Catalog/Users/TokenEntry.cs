using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users;

/// <summary>An API token as the directory keeps it in memory.</summary>
internal sealed class TokenEntry(ApiToken token, CallerEntry owner)
{
    private long _lastAccess = token.LastAccess?.Ticks ?? 0;

    public string Id { get; } = token.Id;

    public CallerEntry Owner { get; } = owner;

    public DateTime? ExpiresAt { get; } = token.ExpiresAt;

    public Caller Caller { get; } = token.Scope is null ? owner.Caller : owner.Caller.Reading();

    /// <inheritdoc cref="CallerEntry.ShouldNote"/>
    public bool ShouldNote(DateTime now, TimeSpan interval) => LastSeen.Advance(ref _lastAccess, now, interval);
}
