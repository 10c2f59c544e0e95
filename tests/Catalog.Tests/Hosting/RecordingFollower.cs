using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tests.Hosting;

/// <summary>Writes down what it was told.</summary>
public sealed class RecordingFollower : IChangeFollower
{
    private readonly List<CommittedChange> _seen = [];
    private readonly Lock _turn = new();

    /// <summary>Sequence it says to hold at start; null: everything.</summary>
    public long? StartsAt { get; init; }

    /// <summary>How many times it fails before it takes anything.</summary>
    public int Failures { get; set; }

    public IReadOnlyList<CommittedChange> Seen
    {
        get
        {
            lock (_turn)
            {
                return [.. _seen];
            }
        }
    }

    public Task<long> StartAsync(long committed, CancellationToken ct) => Task.FromResult(StartsAt ?? committed);

    public void Apply(IReadOnlyList<CommittedChange> changes)
    {
        if (Failures > 0)
        {
            Failures--;
            throw new InvalidOperationException("The disk is full");
        }

        lock (_turn)
        {
            _seen.AddRange(changes);
        }
    }
}
