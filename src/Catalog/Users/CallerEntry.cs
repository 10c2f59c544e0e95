using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users;

/// <summary>An active user as the directory keeps it in memory.</summary>
/// <param name="rules">The settings that its rights were worked out under.</param>
internal sealed class CallerEntry(User user, Caller caller, CallerRules rules)
{
    private long _lastActive = user.LastActive?.Ticks ?? 0;

    public string Id { get; } = user.Id;

    public string SecurityStamp { get; } = user.SecurityStamp;

    public Caller Caller { get; } = caller;

    public CallerRules Rules { get; } = rules;

    /// <summary>True for one caller of each interval: the one that should have the time written down.</summary>
    public bool ShouldNote(DateTime now, TimeSpan interval) => LastSeen.Advance(ref _lastActive, now, interval);
}
