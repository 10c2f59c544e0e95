using System.Threading.Channels;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>
/// Rings when there may be something to load or to drop. It only says that: what to do is asked of the records, so nothing is lost when it rings twice.
/// </summary>
internal sealed class LoadBell(TimeProvider clock) : IChangeFollower
{
    /// <summary>A dataset without uploads may just have lost one: that table may wait a little, and a stream of such changes asks the records only so often.</summary>
    private static readonly TimeSpan Unhurried = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile bool _hurry;

    /// <inheritdoc />
    public void Apply(IReadOnlyList<CommittedChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.Kind is ChangeKind.DatasetChanged or ChangeKind.DatasetPurged)
            {
                Ring(hurry: change.Document is { } document && document.Json.AsSpan().IndexOf("\"url_type\":\"upload\""u8) >= 0);
            }
        }
    }

    public void Ring(bool hurry)
    {
        _hurry |= hurry;
        _rings.Writer.TryWrite(true);
    }

    /// <summary>Waits for the next ring, but not for ever: orders of other nodes, and those that were committed late, ring nowhere.</summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        using var look = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, look.Token);
        try
        {
            await _rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return;
        }

        if (!_hurry)
        {
            await Task.Delay(Unhurried, clock, ct);
        }

        _hurry = false;
    }
}
