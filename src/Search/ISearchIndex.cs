namespace Purbalingga.Search;

/// <summary>A full-text index over documents of one schema. Many readers at once, one writer at a time; readers never wait for the writer.</summary>
public interface ISearchIndex : IAsyncDisposable
{
    /// <summary>Sequence given with the last change applied; 0 for an empty index, also after a damaged snapshot was found at start.</summary>
    long AppliedSequence { get; }

    /// <summary>A number that changes with everything that can change an answer.</summary>
    long Generation { get; }

    /// <summary>Documents in the index.</summary>
    int Count { get; }

    /// <summary>Applies changes in order; every search that starts after it returns sees all of them, searches under way see none.</summary>
    /// <param name="changes">Changes; when one id occurs several times the last holds.</param>
    /// <param name="sequence">Position in the change log that is reached with these changes.</param>
    void Apply(IReadOnlyList<IndexChange> changes, long sequence);

    /// <summary>Does the part of <see cref="Apply(IReadOnlyList{IndexChange}, long)"/> that needs nothing of the index: analyses the documents. On any thread.</summary>
    PreparedChanges Prepare(IReadOnlyList<IndexChange> changes);

    /// <summary>Applies changes that were prepared; see <see cref="Apply(IReadOnlyList{IndexChange}, long)"/>. Once.</summary>
    void Apply(PreparedChanges changes, long sequence);

    /// <summary>Finds, counts, sorts and facets.</summary>
    /// <exception cref="QuerySyntaxException">The query or a filter cannot be parsed.</exception>
    /// <exception cref="UnsupportedSortException">Sort on a field of several values.</exception>
    /// <exception cref="SearchLimitException">More clauses, terms or time than allowed.</exception>
    SearchResult Search(SearchRequest request, CancellationToken ct = default);

    /// <summary>Makes everything applied so far durable. Writes only what changed since the last time.</summary>
    Task SaveAsync(CancellationToken ct = default);

    /// <summary>Empties the index; <see cref="AppliedSequence"/> becomes 0. Durable with the next <see cref="SaveAsync"/>.</summary>
    void Clear();

    /// <summary>Whether a document of this id is in the index.</summary>
    bool Contains(string id);

    /// <summary>Ids of all documents at the time of the call, in no particular order.</summary>
    IEnumerable<string> Ids();
}
