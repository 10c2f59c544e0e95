using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>What <c>to_tsquery</c> understands: words, <c>word:*</c>, <c>&amp; | !</c> and brackets.</summary>
internal sealed class TextExpression
{
    private const int Deepest = 100;

    private readonly List<(string Word, bool Prefix)> _words = [];
    private Func<IReadOnlySet<string>, bool> _matches = _ => false;

    private TextExpression(bool stems) => Stems = stems;

    public bool Stems { get; }

    public bool Matches(IReadOnlySet<string> words) => _matches(words);

    /// <summary>How many of the expression's words are there.</summary>
    public int Count(IReadOnlySet<string> words) => _words.Count(w => Has(words, w.Word, w.Prefix));

    /// <summary>All words must be there; no words match nothing.</summary>
    public static TextExpression All(IEnumerable<string> words, bool stems)
    {
        var expression = new TextExpression(stems);
        expression._words.AddRange(words.Select(w => (w, false)));
        expression._matches = found => expression._words.Count > 0 && expression._words.All(w => found.Contains(w.Word));
        return expression;
    }

    /// <exception cref="DataStoreException">It is none.</exception>
    public static TextExpression Parse(string text, bool stems)
    {
        var expression = new TextExpression(stems);
        if (text.Trim().Length > 0)
        {
            var at = 0;
            expression._matches = expression.Or(text, ref at, 0);
            if (at < text.Length)
            {
                throw Wrong(text);
            }
        }

        return expression;
    }

    private Func<IReadOnlySet<string>, bool> Or(string text, ref int at, int depth)
    {
        var left = And(text, ref at, depth);
        while (Take(text, ref at, '|'))
        {
            var (first, second) = (left, And(text, ref at, depth));
            left = words => first(words) || second(words);
        }

        return left;
    }

    private Func<IReadOnlySet<string>, bool> And(string text, ref int at, int depth)
    {
        var left = One(text, ref at, depth);
        while (Take(text, ref at, '&'))
        {
            var (first, second) = (left, One(text, ref at, depth));
            left = words => first(words) && second(words);
        }

        return left;
    }

    private Func<IReadOnlySet<string>, bool> One(string text, ref int at, int depth)
    {
        if (depth > Deepest)
        {
            throw Wrong(text);
        }

        if (Take(text, ref at, '!'))
        {
            var inner = One(text, ref at, depth + 1);
            return words => !inner(words);
        }

        if (Take(text, ref at, '('))
        {
            var inner = Or(text, ref at, depth + 1);
            return Take(text, ref at, ')') ? inner : throw Wrong(text);
        }

        var from = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.' or '\''))
        {
            at++;
        }

        var prefix = at + 1 < text.Length && text[at] == ':' && text[at + 1] == '*';
        var words = TextMatch.Words(text[from..at], Stems).Select(w => (w, prefix)).ToList();
        at += prefix ? 2 : 0;
        Skip(text, ref at);
        if (words.Count == 0)
        {
            throw Wrong(text);
        }

        _words.AddRange(words);
        return found => words.All(w => Has(found, w.w, w.prefix));
    }

    private static bool Has(IReadOnlySet<string> words, string word, bool prefix) =>
        prefix ? words.Any(w => w.StartsWith(word, StringComparison.Ordinal)) : words.Contains(word);

    private static bool Take(string text, ref int at, char sign)
    {
        Skip(text, ref at);
        if (at >= text.Length || text[at] != sign)
        {
            return false;
        }

        at++;
        Skip(text, ref at);
        return true;
    }

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private static DataStoreException Wrong(string text) => new(DataStoreError.Query, $"syntax error in tsquery: \"{text}\"");
}
