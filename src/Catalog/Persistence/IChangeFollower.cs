namespace Purbalingga.Catalog.Persistence;

/// <summary>Keeps something in memory or on disk equal to the records by following the change log.</summary>
public interface IChangeFollower
{
    /// <summary>Called in order of sequence, one call at a time, after the commit and before the writer is answered.</summary>
    void Apply(IReadOnlyList<CommittedChange> changes);
}
