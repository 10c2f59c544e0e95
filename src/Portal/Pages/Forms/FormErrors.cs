using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.Pages.Forms;

/// <summary>What is wrong with a form: texts by field, in the language of the reader.</summary>
internal sealed class FormErrors
{
    private readonly Dictionary<string, List<string>> _byField = new(StringComparer.Ordinal);

    public bool Any => _byField.Count > 0;

    /// <summary>Field and text of each error, in the order found.</summary>
    public IEnumerable<(string Field, string Text)> All => _byField.SelectMany(pair => pair.Value.Select(text => (pair.Key, text)));

    public IReadOnlyList<string> Of(string field) => _byField.GetValueOrDefault(field) ?? [];

    public void Add(string field, string text)
    {
        if (!_byField.TryGetValue(field, out var texts))
        {
            _byField[field] = texts = [];
        }

        if (!texts.Contains(text))
        {
            texts.Add(text);
        }
    }

    /// <summary>Takes over CKAN's error dictionary: lists of texts, lists of objects for nested items, or bare texts.</summary>
    /// <param name="rename">Name of the form's field for a key of the dictionary; the key itself where it gives null.</param>
    public void Add(InvalidException error, PageLanguage language, Func<string, string?>? rename = null)
    {
        foreach (var (key, value) in error.Errors)
        {
            if (key != "__type")
            {
                Take(rename?.Invoke(key) ?? key, value, language);
            }
        }
    }

    private void Take(string field, JsonNode? node, PageLanguage language)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                {
                    Take(field, item, language);
                }

                break;
            case JsonObject nested:
                foreach (var (_, value) in nested)
                {
                    Take(field, value, language);
                }

                break;
            case not null:
                Add(field, ErrorTexts.Translate(node.ToString(), language));
                break;
        }
    }
}
