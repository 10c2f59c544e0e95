using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Purbalingga.Catalog.Users;

/// <summary>
/// Uses of tokens and visits of users that wait to be written down. Readers never wait for it: when it is full, a time is left out.
/// </summary>
internal sealed class LastSeen
{
    private const int Capacity = 10_000;

    private readonly Channel<Use> _uses =
        Channel.CreateBounded<Use>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait });

    private readonly ConcurrentDictionary<string, DateTime> _visits = new();

    public ChannelReader<Use> Uses => _uses.Reader;

    public void Note(Use use)
    {
        if (_uses.Writer.TryWrite(use) && use.UserId is { } userId)
        {
            _visits[userId] = use.At;
        }
    }

    /// <summary>When a user was last seen, if that waits to be written down; null when the record says it.</summary>
    public DateTime? Waiting(string userId) => _visits.TryGetValue(userId, out var time) ? time : null;

    /// <summary>Says that a use stands in the records.</summary>
    public void Written(Use use)
    {
        if (use.UserId is { } userId)
        {
            _visits.TryRemove(new KeyValuePair<string, DateTime>(userId, use.At));
        }
    }

    /// <summary>Moves a time forward when it is older than the interval; of several threads one succeeds.</summary>
    public static bool Advance(ref long ticks, DateTime now, TimeSpan interval)
    {
        var before = Volatile.Read(ref ticks);
        return now.Ticks - before >= interval.Ticks && Interlocked.CompareExchange(ref ticks, now.Ticks, before) == before;
    }

    /// <param name="TokenId">Null when only the user is to be noted.</param>
    /// <param name="UserId">Null when only the token is to be noted.</param>
    internal readonly record struct Use(string? TokenId, string? UserId, DateTime At);
}
