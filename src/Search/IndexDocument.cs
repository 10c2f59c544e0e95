using System.Globalization;

namespace Purbalingga.Search;

/// <summary>One document as it is given to the index: an id and named values. Not safe for changes from several threads.</summary>
/// <param name="id">Unique id; a later document of the same id replaces this one.</param>
public sealed class IndexDocument(string id)
{
    private readonly List<KeyValuePair<string, string>> _values = [];

    /// <summary>Unique id.</summary>
    public string Id { get; } = id;

    /// <summary>All values in the order they were added; a name may occur many times.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values => _values;

    /// <summary>Adds a value; null adds nothing. Dates are ISO 8601 text, numbers decimal text; what does not parse is left out of the index.</summary>
    /// <returns>This document.</returns>
    public IndexDocument Add(string field, string? value)
    {
        if (value is not null)
        {
            _values.Add(new(field, value));
        }
        return this;
    }

    /// <summary>Adds several values to one field.</summary>
    public IndexDocument Add(string field, IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
        {
            Add(field, value);
        }
        return this;
    }

    /// <summary>Adds a UTC time.</summary>
    public IndexDocument Add(string field, DateTime value) =>
        Add(field, value.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>Adds a whole number.</summary>
    public IndexDocument Add(string field, long value) => Add(field, value.ToString(CultureInfo.InvariantCulture));
}
