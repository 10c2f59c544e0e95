namespace Purbalingga.Search;

/// <summary>A sort on a field that has several values.</summary>
/// <param name="field">Name of the field.</param>
public sealed class UnsupportedSortException(string field) : SearchException($"can not sort on multivalued field: {field}")
{
    /// <summary>Name of the field.</summary>
    public string Field { get; } = field;
}
