using System.Collections.Concurrent;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Discovery;

/// <summary>Answers to searches that were asked more than once, kept until anything in the catalog changes.</summary>
internal sealed class SearchCache(ChangeFeed feed)
{
    private const long MaxBytes = 128_000_000;

    // Searches seen once: a place for each of so many, and who comes later takes the place
    private const int MaxSeen = 1 << 14;
    private readonly int[] _seen = new int[MaxSeen];
    private Generation _current = new(-1);

    /// <summary>The kept answer; null when there is none of the present state.</summary>
    public ReadOnlyMemory<byte>? Find(string key) => Current().Answers.TryGetValue(key, out var answer) ? answer : (ReadOnlyMemory<byte>?)null;

    /// <summary>State to be read before searching and given to <see cref="Keep"/> after it.</summary>
    public long State => feed.Applied;

    /// <summary>Keeps an answer if the search was asked before and nothing has changed since <paramref name="state"/>.</summary>
    public void Keep(string key, ReadOnlyMemory<byte> answer, long state)
    {
        var current = Current();
        var hash = key.GetHashCode(StringComparison.Ordinal);
        if (current.State != state || Interlocked.Exchange(ref _seen[hash & (MaxSeen - 1)], hash) != hash)
        {
            return;
        }

        if (Interlocked.Add(ref current.Bytes, answer.Length + key.Length * 2) > MaxBytes)
        {
            Interlocked.CompareExchange(ref _current, new Generation(state), current);
            return;
        }

        current.Answers[key] = answer;
    }

    private Generation Current()
    {
        var current = Volatile.Read(ref _current);
        var applied = feed.Applied;
        if (current.State == applied)
        {
            return current;
        }

        var fresh = new Generation(applied);
        return Interlocked.CompareExchange(ref _current, fresh, current) == current ? fresh : Volatile.Read(ref _current);
    }

    private sealed class Generation(long state)
    {
        public long Bytes;

        public long State { get; } = state;

        public ConcurrentDictionary<string, ReadOnlyMemory<byte>> Answers { get; } = new(StringComparer.Ordinal);
    }
}
