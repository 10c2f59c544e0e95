using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Purbalingga.Search.Queries;

/// <summary>Solr's dismax: plain words, each looked for in several fields at once; only +, -, quotes and the words AND, OR, NOT mean anything.</summary>
internal sealed partial class DismaxParser(QueryContext context, DismaxOptions options)
{
    private readonly QueryContext _context = context with { DefaultOperator = QueryOperator.Or };
    private readonly ClauseCounter _clauses = new(context.Limits);

    /// <summary>Reads words as dismax does.</summary>
    /// <exception cref="QuerySyntaxException">An operator word without its clause, as <c>jalan AND</c>; Solr refuses these too.</exception>
    public QueryNode ParseWords(string text)
    {
        var plain = Escape(WithoutUnbalancedQuotes(text));
        plain = DanglingOperators().Replace(ConsecutiveOperators().Replace(plain, " "), "");
        if (string.IsNullOrWhiteSpace(plain))
        {
            return NoneNode.Instance;
        }
        var fields = ParseFields(options.QueryFields);
        var parser = new QueryParser(plain, _context, MakeWords(fields), _clauses);
        return WithMinimum(parser.Parse());
    }

    /// <summary>Reads Lucene syntax whose bare words go over several fields; what does not parse is read as plain words.</summary>
    public QueryNode ParseExtended(string text)
    {
        var fields = ParseFields(options.QueryFields);
        try
        {
            return WithMinimum(new QueryParser(text, _context, MakeWords(fields), _clauses).Parse());
        }
        catch (QuerySyntaxException)
        {
            // edismax never refuses: the second reading takes every sign and operator word as text
            var plain = OperatorWords().Replace(Escape(text.Replace("\"", " ", StringComparison.Ordinal)).Replace('+', ' ').Replace('-', ' '), m => m.Value.ToLowerInvariant());
            return string.IsNullOrWhiteSpace(plain)
                ? NoneNode.Instance
                : WithMinimum(new QueryParser(plain, _context, MakeWords(fields), new ClauseCounter(_context.Limits)).Parse());
        }
    }

    /// <summary>Reads fields with boosts: <c>name^4 title</c>.</summary>
    private static List<(string Field, float Boost)> ParseFields(string text)
    {
        var fields = new List<(string, float)>();
        foreach (var part in text.Split([' ', '\t', '\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var caret = part.IndexOf('^', StringComparison.Ordinal);
            if (caret < 0)
            {
                fields.Add((part, 1f));
            }
            else if (float.TryParse(part.AsSpan(caret + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var boost) && boost is >= 0 and < 1e9f)
            {
                fields.Add((part[..caret], boost));
            }
            else
            {
                throw new QuerySyntaxException($"Invalid boost in 'qf': {part}", 0);
            }
        }
        return fields;
    }

    private static string WithoutUnbalancedQuotes(string text) =>
        text.Count(c => c == '"') % 2 == 0 ? text : text.Replace("\"", "", StringComparison.Ordinal);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '\\' or '!' or '(' or ')' or ':' or '^' or '[' or ']' or '/' or '{' or '}' or '~' or '*' or '?')
            {
                escaped.Append('\\');
            }
            escaped.Append(c);
        }
        return escaped.ToString();
    }

    private Func<string, bool, int, QueryNode?> MakeWords(List<(string Field, float Boost)> fields)
    {
        var queries = new FieldQueries(_context, _clauses);
        return (text, phrase, slop) =>
        {
            var alternatives = new List<QueryNode>(fields.Count);
            foreach (var (field, boost) in fields)
            {
                // a word that is no date or number cannot be in such a field; the other fields are still asked
                if (_context.Schema.Resolve(field) is not { Kind: not (FieldKind.Date or FieldKind.Number) })
                {
                    continue;
                }
                if (queries.Match(field, text, phrase, slop, QueryOperator.Or) is { } query)
                {
                    alternatives.Add(query with { Boost = query.Boost * boost });
                }
            }
            return alternatives.Count == 0 ? null : new DisjunctionNode(alternatives, options.TieBreaker);
        };
    }

    private QueryNode WithMinimum(QueryNode query) =>
        query is BooleanNode words
            ? words with { MinimumShould = MinimumMatch.Of(options.MinimumMatch, words.Clauses.Count(c => c.Occur == Occur.Should)) }
            : query;

    [GeneratedRegex(@"\s+[-+\s]+$")]
    private static partial Regex DanglingOperators();

    [GeneratedRegex(@"\s+[+-](?:\s*[+-]+)+")]
    private static partial Regex ConsecutiveOperators();

    [GeneratedRegex(@"(?<!\S)(?:AND|OR|NOT|&&|\|\|)(?!\S)")]
    private static partial Regex OperatorWords();
}
