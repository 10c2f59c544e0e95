using Purbalingga.Search.Segments;

namespace Purbalingga.Search;

/// <summary>Changes whose documents are analysed already, by an index of the same schema; nothing of it can be found before it is applied.</summary>
public sealed class PreparedChanges
{
    internal PreparedChanges(IReadOnlyCollection<string> ids, Segment? added)
    {
        Ids = ids;
        Added = added;
    }

    /// <summary>Ids of all documents that are replaced, added or taken out.</summary>
    internal IReadOnlyCollection<string> Ids { get; }

    /// <summary>The new documents; null when there are none.</summary>
    internal Segment? Added { get; }
}
