namespace Purbalingga.Catalog.Persistence;

/// <summary>Keeps something in memory or on disk equal to the records by following the change log.</summary>
public interface IChangeFollower
{
    /// <summary>Prepares before the first <see cref="Apply"/>: reads the records, or opens what it kept.</summary>
    /// <param name="committed">Sequence of the last change that is committed.</param>
    /// <returns>
    /// Sequence of the last change it holds; <see cref="Apply"/> begins after it, or earlier when another follower is further behind, so a
    /// change that comes again must do no harm. A cache that starts empty holds everything.
    /// </returns>
    Task<long> StartAsync(long committed, CancellationToken ct) => Task.FromResult(committed);

    /// <summary>
    /// Does ahead what <see cref="Apply"/> would do with these changes and what needs nothing of the follower's state, while the transaction is still being
    /// written. On any thread, in any order; the changes may yet be refused, and they may be applied without this.
    /// </summary>
    void Prepare(IReadOnlyList<CommittedChange> changes)
    {
    }

    /// <summary>Called in order of sequence, one call at a time, after the commit and before the writer is answered.</summary>
    void Apply(IReadOnlyList<CommittedChange> changes);
}
