using System.Threading.Channels;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Resources.Tables;

/// <summary>
/// Rings when datasets with uploads changed, so that there may be uploads to read. It only says that: what to do is asked of the records, so nothing is lost
/// when it rings twice.
/// </summary>
internal sealed class InspectionBell : IChangeFollower
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <inheritdoc />
    public void Apply(IReadOnlyList<CommittedChange> changes)
    {
        if (changes.Any(c => c.Document is { } document && document.Json.AsSpan().IndexOf("\"url_type\":\"upload\""u8) >= 0))
        {
            _rings.Writer.TryWrite(true);
        }
    }

    /// <summary>Waits for the next ring.</summary>
    public async Task WaitAsync(CancellationToken ct) => await _rings.Reader.ReadAsync(ct);
}
