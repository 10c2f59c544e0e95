using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>What <c>to_tsquery</c> understands: words, <c>word:*</c>, <c>&amp; | !</c> and brackets.</summary>
internal sealed class TextExpression
{
    private const int Deepest = 100;

    // Each costs memory for every row of a large table, and one may stand within another
    private const int MostWords = 100;

    private readonly List<TextWord> _words = [];
    private Test _test = new(_ => false, (_, all) => all.Except(all));

    private TextExpression(bool stems) => Stems = stems;

    public bool Stems { get; }

    /// <summary>Of the expression, in its order; one may come twice.</summary>
    public IReadOnlyList<TextWord> Words => _words;

    public bool Matches(IReadOnlySet<string> words) => _test.OfWords(words);

    /// <summary>Rows that match.</summary>
    /// <param name="byWord">Rows that have each of <see cref="Words"/>.</param>
    /// <param name="all">All rows.</param>
    public WordBits Matches(IReadOnlyList<WordBits> byWord, WordBits all) => _test.OfRows(byWord, all);

    /// <summary>How many of the expression's words are there.</summary>
    public int Count(IReadOnlySet<string> words) => _words.Count(w => Has(words, w));

    /// <summary>All words must be there; no words match nothing.</summary>
    public static TextExpression All(IEnumerable<string> words, bool stems)
    {
        var expression = new TextExpression(stems);
        expression.Add(words.Select(w => new TextWord(w, false)));
        if (expression._words.Count > 0)
        {
            expression._test = expression.Every(0, expression._words.Count);
        }

        return expression;
    }

    /// <exception cref="DataStoreException">It is none.</exception>
    public static TextExpression Parse(string text, bool stems)
    {
        var expression = new TextExpression(stems);
        if (text.Trim().Length > 0)
        {
            var at = 0;
            expression._test = expression.Or(text, ref at, 0);
            if (at < text.Length)
            {
                throw Wrong(text);
            }
        }

        return expression;
    }

    private Test Or(string text, ref int at, int depth)
    {
        var left = And(text, ref at, depth);
        while (Take(text, ref at, '|'))
        {
            var (first, second) = (left, And(text, ref at, depth));
            left = new Test(words => first.OfWords(words) || second.OfWords(words), (rows, all) => first.OfRows(rows, all).Or(second.OfRows(rows, all)));
        }

        return left;
    }

    private Test And(string text, ref int at, int depth)
    {
        var left = One(text, ref at, depth);
        while (Take(text, ref at, '&'))
        {
            var (first, second) = (left, One(text, ref at, depth));
            left = new Test(words => first.OfWords(words) && second.OfWords(words), (rows, all) => first.OfRows(rows, all).And(second.OfRows(rows, all)));
        }

        return left;
    }

    private Test One(string text, ref int at, int depth)
    {
        if (depth > Deepest)
        {
            throw Wrong(text);
        }

        if (Take(text, ref at, '!'))
        {
            var inner = One(text, ref at, depth + 1);
            return new Test(words => !inner.OfWords(words), (rows, all) => all.Except(inner.OfRows(rows, all)));
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
        var words = TextMatch.Words(text[from..at], Stems).Select(w => new TextWord(w, prefix)).Take(MostWords + 1).ToList();
        at += prefix ? 2 : 0;
        Skip(text, ref at);
        if (words.Count == 0)
        {
            throw Wrong(text);
        }

        Add(words);
        return Every(_words.Count - words.Count, words.Count);
    }

    private void Add(IEnumerable<TextWord> words)
    {
        foreach (var word in words)
        {
            if (_words.Count == MostWords)
            {
                throw new DataStoreException(DataStoreError.Query, $"a text search may have at most {MostWords} words");
            }

            _words.Add(word);
        }
    }

    private Test Every(int from, int count)
    {
        var words = _words.GetRange(from, count);
        return new Test(
            found => words.TrueForAll(w => Has(found, w)),
            (rows, _) => Enumerable.Range(from + 1, count - 1).Aggregate(rows[from], (have, i) => have.And(rows[i])));
    }

    private static bool Has(IReadOnlySet<string> words, TextWord word) =>
        word.IsPrefix ? words.Any(w => w.StartsWith(word.Word, StringComparison.Ordinal)) : words.Contains(word.Word);

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

    // The same test of the words of one row, and of rows by word
    private sealed record Test(Func<IReadOnlySet<string>, bool> OfWords, Func<IReadOnlyList<WordBits>, WordBits, WordBits> OfRows);
}
