namespace Purbalingga.Search.Analysis;

/// <summary>The analyzers every schema knows.</summary>
internal static class BuiltInAnalyzers
{
    public static IReadOnlyDictionary<string, Analyzer> All { get; } = new Dictionary<string, Analyzer>(StringComparer.Ordinal)
    {
        ["text"] = new WordDelimiterAnalyzer("text", splitOnCase: true, stem: true, fold: true),
        ["text_general"] = new WordDelimiterAnalyzer("text_general", splitOnCase: false, stem: false, fold: false),
        ["whitespace_lowercase"] = new WhitespaceLowercaseAnalyzer(),
        ["ngram"] = new NgramAnalyzer(),
    };
}
