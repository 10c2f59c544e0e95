namespace Purbalingga.Search;

/// <summary>A document put in place of any earlier one of its id, or an id taken out.</summary>
public sealed class IndexChange
{
    private IndexChange(string id, IndexDocument? document)
    {
        Id = id;
        Document = document;
    }

    /// <summary>Id of the document.</summary>
    public string Id { get; }

    /// <summary>The new document; null when the id is taken out.</summary>
    public IndexDocument? Document { get; }

    /// <summary>Adds or replaces a document.</summary>
    public static IndexChange Upsert(IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(document.Id, document);
    }

    /// <summary>Takes a document out; unknown ids do nothing.</summary>
    public static IndexChange Delete(string id) => new(id, null);
}
