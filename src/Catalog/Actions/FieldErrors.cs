using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.Actions;

/// <summary>Collects all that is wrong with one input, keyed by field.</summary>
public sealed class FieldErrors
{
    public JsonObject Json { get; } = [];

    public bool Any => Json.Count > 0;

    /// <summary>Adds to the field's list of texts.</summary>
    public void Add(string field, string message)
    {
        if (Json[field] is JsonArray list)
        {
            list.Add(message);
        }
        else
        {
            Json[field] = new JsonArray(message);
        }
    }

    public void Add(string field, IEnumerable<string> messages)
    {
        foreach (var message in messages)
        {
            Add(field, message);
        }
    }

    /// <summary>Sets the errors of a list of objects: one object per item, <c>{}</c> for good ones, good items at the end left out.</summary>
    public void Items(string field, IReadOnlyList<FieldErrors> items)
    {
        var last = -1;
        for (var i = 0; i < items.Count; i++)
        {
            last = items[i].Any ? i : last;
        }

        if (last >= 0)
        {
            Json[field] = new JsonArray([.. items.Take(last + 1).Select(item => (JsonNode)item.Json)]);
        }
    }

    /// <exception cref="InvalidException">When there is any.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new InvalidException(Json);
        }
    }
}
