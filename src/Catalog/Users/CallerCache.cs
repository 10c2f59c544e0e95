using Microsoft.Extensions.Caching.Memory;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Users;

/// <summary>Callers and tokens in memory; forgets what the change log says has changed.</summary>
internal sealed class CallerCache : IChangeFollower, IDisposable
{
    private const int MaxEntries = 200_000;
    private static readonly MemoryCacheEntryOptions One = new() { Size = 1 };
    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = MaxEntries });
    private long _generation;

    /// <summary>Counts changes; what was read from the records before it moved may be stale.</summary>
    public long Generation => Volatile.Read(ref _generation);

    public CallerEntry? User(string userId) => _entries.Get<CallerEntry>("u" + userId);

    /// <summary>A token whose owner has not changed since it was read.</summary>
    /// <param name="hash">SHA-256 of the token in hex.</param>
    public TokenEntry? Token(string hash) =>
        _entries.TryGetValue("t" + hash, out TokenEntry? token) && ReferenceEquals(User(token!.Owner.Id), token.Owner) ? token : null;

    public void Keep(CallerEntry user, long generation)
    {
        if (Generation == generation)
        {
            _entries.Set("u" + user.Id, user, One);
        }
    }

    public void Keep(string hash, TokenEntry token, long generation)
    {
        if (Generation == generation)
        {
            _entries.Set("t" + hash, token, One);
        }
    }

    /// <inheritdoc />
    public void Apply(IReadOnlyList<CommittedChange> changes)
    {
        Interlocked.Increment(ref _generation);
        foreach (var change in changes)
        {
            switch (change.Kind)
            {
                case ChangeKind.UserChanged:
                    _entries.Remove("u" + change.ObjectId);
                    break;

                // A membership or a parent may reach any number of users
                case ChangeKind.GroupChanged or ChangeKind.SettingChanged or ChangeKind.Reset:
                    _entries.Clear();
                    break;
            }
        }
    }

    public void Dispose() => _entries.Dispose();
}
