using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Search.Analysis;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>
/// Full text as a function that DuckDB calls for each row: <c>LANGUAGE P|E EXPRESSION \u0001 ROW</c> becomes a rank, -1 for no match. English words are compared by
/// their stems, those of other languages as they are.
/// </summary>
internal static class TextMatch
{
    public const string Function = "satudata_rank";

    private const int MostExpressions = 1000;

    // What PostgreSQL's ts_rank gives for one word found
    private const double WordRank = 0.06079271;

    private static readonly FrozenSet<string> Languages = new[]
    {
        "simple", "arabic", "armenian", "basque", "catalan", "danish", "dutch", "english", "finnish", "french", "german", "greek", "hindi", "hungarian", "indonesian", "irish",
        "italian", "lithuanian", "nepali", "norwegian", "portuguese", "romanian", "russian", "serbian", "spanish", "swedish", "tamil", "turkish", "yiddish",
    }.ToFrozenSet();

    private static readonly ConcurrentDictionary<string, TextExpression> Parsed = new(StringComparer.Ordinal);

    /// <summary>The first part of the function's text.</summary>
    /// <exception cref="DataStoreException">An unknown language, or an expression that is none.</exception>
    public static string Prepare(TextQuery query)
    {
        var language = query.Language.StartsWith("pg_catalog.", StringComparison.Ordinal) ? query.Language["pg_catalog.".Length..] : query.Language;
        if (!Languages.Contains(language))
        {
            throw new DataStoreException(DataStoreError.Query, $"text search configuration \"{query.Language}\" does not exist");
        }

        var text = $"{language} {(query.Plain ? 'P' : 'E')} {query.Text.Replace('\0', ' ').Replace('\u0001', ' ')}";
        _ = Expression(text);
        return text;
    }

    /// <param name="prepared">By <see cref="Prepare"/>.</param>
    public static TextExpression ExpressionOf(string prepared) => Expression(prepared);

    public static string Call(string text)
    {
        var end = text.IndexOf('\u0001', StringComparison.Ordinal);
        var expression = Expression(text[..end]);
        var words = new HashSet<string>(Words(text[(end + 1)..], expression.Stems), StringComparer.Ordinal);
        return expression.Matches(words) ? RankOf(expression.Count(words)) : "-1";
    }

    /// <summary>The rank of a row in which so many words of an expression were found, as a floating number.</summary>
    public static string RankOf(int count)
    {
        // CKAN calls ts_rank with normalization 32: rank / (rank + 1)
        var rank = count * WordRank;
        return ((float)(rank / (rank + 1))).ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>The count of words that a rank came from.</summary>
    public static int CountOf(double rank) => (int)Math.Round(rank / (1 - rank) / WordRank);

    /// <summary>Words of letters and digits, lower-case, stemmed when that is asked for.</summary>
    public static IEnumerable<string> Words(string text, bool stems)
    {
        var from = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isWord && from < 0)
            {
                from = i;
            }
            else if (!isWord && from >= 0)
            {
                yield return Word(text[from..i], stems);
                from = -1;
            }
        }
    }

    private static string Word(string word, bool stems)
    {
        Span<char> letters = new char[word.Length + 4];
        word.AsSpan().ToLowerInvariant(letters);
        return new string(letters[..(stems ? EnglishStemmer.Stem(letters, word.Length) : word.Length)]);
    }

    private static TextExpression Expression(string text)
    {
        if (Parsed.TryGetValue(text, out var known))
        {
            return known;
        }

        var parts = text.Split(' ', 3);
        var stems = parts[0] == "english";
        var parsed = parts[1] == "P" ? TextExpression.All(Words(parts[2], stems), stems) : TextExpression.Parse(parts[2], stems);
        if (Parsed.Count >= MostExpressions)
        {
            Parsed.Clear();
        }

        return Parsed[text] = parsed;
    }
}
