using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.Tests.Pages;

public sealed partial class TextsTests
{
    [Fact]
    public void Should_have_the_same_keys_in_every_language()
    {
        var first = Texts.Keys(Language.Indonesian).Order().ToList();
        Assert.NotEmpty(first);
        Assert.All(Language.All, language => Assert.Equal(first, Texts.Keys(language).Order()));
    }

    [Fact]
    public void Should_have_no_empty_text() =>
        Assert.All(Language.All, language => Assert.All(Texts.Keys(language), key => Assert.NotEqual("", Texts.Get(language, key).Trim())));

    [Fact]
    public void Should_fill_in_the_same_places_in_every_language() =>
        Assert.All(
            Texts.Keys(Language.Indonesian),
            key => Assert.Equal(
                Place().Matches(Texts.Get(Language.Indonesian, key)).Select(m => m.Value).Order(),
                Place().Matches(Texts.Get(Language.English, key)).Select(m => m.Value).Order()));

    [Fact]
    public void Should_have_every_text_that_a_page_asks_for()
    {
        var keys = Texts.Keys(Language.Indonesian).ToHashSet();
        var used = Directory.EnumerateFiles(Path.Combine(Root(), "src", "Portal"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => Use().Matches(File.ReadAllText(file)).Select(m => m.Groups["key"].Value))
            .Distinct().ToList();
        Assert.True(used.Count > 50);
        Assert.All(used, key => Assert.Contains(key, keys));
    }

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    // L["key"], language["key"], L.Format("key", ...), language.Format("key", ...); keys made from data end in a dot and a plus
    [GeneratedRegex(@"\b(?:L|language)(?:\[|\.Format\()""(?<key>[a-z0-9.]+)""(?=[\],])")]
    private static partial Regex Use();
}
