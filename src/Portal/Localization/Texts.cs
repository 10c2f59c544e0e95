using System.Collections.Frozen;
using System.Text.Json;

namespace Purbalingga.Portal.Localization;

/// <summary>The sentences of the pages: one flat dictionary for each language, embedded as JSON beside this file.</summary>
internal static class Texts
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> All =
        Language.All.ToFrozenDictionary(language => language.Code, language => Read(language.Code));

    /// <exception cref="KeyNotFoundException">The dictionary lacks the key; a test looks up every key that the pages use.</exception>
    public static string Get(Language language, string key) =>
        All[language.Code].TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text '{key}' in '{language.Code}'.");

    /// <summary>Null when there is no such key, for keys made from data.</summary>
    public static string? Find(Language language, string key) => All[language.Code].GetValueOrDefault(key);

    public static IReadOnlyCollection<string> Keys(Language language) => All[language.Code].Keys;

    private static FrozenDictionary<string, string> Read(string code)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream($"Purbalingga.Portal.Localization.texts.{code}.json")
            ?? throw new InvalidOperationException($"The texts of '{code}' are not in the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }
}
