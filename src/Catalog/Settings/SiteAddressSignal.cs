using System.Threading.Channels;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Settings;

/// <summary>Says that the site's address may have changed.</summary>
internal sealed class SiteAddressSignal : IChangeFollower
{
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public ChannelReader<bool> Signals => _signals.Reader;

    /// <inheritdoc />
    public void Apply(IReadOnlyList<CommittedChange> changes)
    {
        if (changes.Any(c => c.Kind == ChangeKind.Reset || (c.Kind == ChangeKind.SettingChanged && c.ObjectId == RuntimeOptions.SiteUrl)))
        {
            _signals.Writer.TryWrite(true);
        }
    }
}
