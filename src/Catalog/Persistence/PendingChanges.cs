using Purbalingga.Catalog.Datasets;

namespace Purbalingga.Catalog.Persistence;

/// <summary>What the running action changed; written to the change log in its transaction. One per scope.</summary>
public sealed class PendingChanges
{
    private readonly Dictionary<(ChangeKind Kind, string Id), DatasetDocument?> _changes = [];

    public int Count => _changes.Count;

    /// <summary>A dataset's document was rendered anew.</summary>
    public void DatasetChanged(DatasetDocument document)
    {
        _changes.Remove((ChangeKind.DatasetPurged, document.Id));
        _changes[(ChangeKind.DatasetChanged, document.Id)] = document;
    }

    public void DatasetPurged(string id)
    {
        _changes.Remove((ChangeKind.DatasetChanged, id));
        _changes[(ChangeKind.DatasetPurged, id)] = null;
    }

    public void GroupChanged(string id) => _changes[(ChangeKind.GroupChanged, id)] = null;

    public void UserChanged(string id) => _changes[(ChangeKind.UserChanged, id)] = null;

    public void SettingChanged(string key) => _changes[(ChangeKind.SettingChanged, key)] = null;

    public void Reset()
    {
        _changes.Clear();
        _changes[(ChangeKind.Reset, "*")] = null;
    }

    /// <summary>Ids of the datasets that were rendered anew.</summary>
    public IReadOnlyList<string> ChangedDatasets => [.. _changes.Keys.Where(c => c.Kind == ChangeKind.DatasetChanged).Select(c => c.Id)];

    internal IEnumerable<(ChangeKind Kind, string Id, DatasetDocument? Document)> All => _changes.Select(c => (c.Key.Kind, c.Key.Id, c.Value));
}
