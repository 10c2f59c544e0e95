using System.Globalization;
using System.Text;

namespace Purbalingga.Search.Queries;

/// <summary>
/// The classic Lucene query language. Operators have no precedence: AND and OR only change what the clauses beside them mean,
/// exactly as in Lucene, because callers rely on it.
/// </summary>
internal sealed class QueryParser
{
    private const string ClauseStart =
        "<BAREOPER> ...\n    \"(\" ...\n    \"*\" ...\n    <QUOTED> ...\n    <TERM> ...\n    <PREFIXTERM> ...\n    <WILDTERM> ...\n    <REGEXPTERM> ...\n    \"[\" ...\n    \"{\" ...\n    <LPARAMS> ...\n    \"filter(\" ...\n    <NUMBER> ...\n    ";

    private const string ModifiedClause = "<NOT> ...\n    \"+\" ...\n    \"-\" ...\n    " + ClauseStart;

    // The generated parser of Solr names the two tokens that may begin a field twice
    private const string FirstClause = ModifiedClause + "<TERM> ...\n    \"*\" ...\n    ";

    private readonly string _text;
    private readonly QueryContext _context;
    private readonly FieldQueries _fields;
    private readonly ClauseCounter _clauses;
    private readonly Func<string, bool, int, QueryNode?>? _bareWords;
    private readonly QueryLexer _lexer;
    private readonly List<QueryToken> _ahead = [];
    private int _depth;

    /// <summary>Prepares the reading of one text.</summary>
    /// <param name="bareWords">What a word or phrase without a field becomes (text, phrase, slop); null takes the default field.</param>
    public QueryParser(string text, QueryContext context, Func<string, bool, int, QueryNode?>? bareWords = null, ClauseCounter? clauses = null)
    {
        _text = text;
        _context = context;
        _bareWords = bareWords;
        _clauses = clauses ?? new ClauseCounter(context.Limits);
        _fields = new FieldQueries(context, _clauses);
        _lexer = new QueryLexer(text);
    }

    private enum Conjunction
    {
        None,
        And,
        Or,
    }

    /// <summary>Parses the text.</summary>
    /// <exception cref="QuerySyntaxException">Not a query.</exception>
    /// <exception cref="SearchLimitException">Too long, too deep or with too many clauses.</exception>
    public QueryNode Parse()
    {
        if (_text.Length > _context.Limits.MaxQueryLength)
        {
            throw new SearchLimitException(string.Create(CultureInfo.InvariantCulture, $"A query may have {_context.Limits.MaxQueryLength} characters"));
        }
        try
        {
            var query = ParseQuery(null) ?? NoneNode.Instance;
            var end = Peek();
            if (end.Kind != TokenKind.End)
            {
                throw Unexpected(end, "<EOF> \n    <AND> ...\n    <OR> ...\n    " + ModifiedClause);
            }
            return query;
        }
        catch (QuerySyntaxException error) when (!error.Message.StartsWith("Cannot parse '", StringComparison.Ordinal)
            && !error.Message.StartsWith("Invalid ", StringComparison.Ordinal)
            && !error.Message.StartsWith("Can't run", StringComparison.Ordinal))
        {
            throw new QuerySyntaxException($"Cannot parse '{_text}': {error.Message}", error.Position, error);
        }
    }

    private QueryToken Peek(int distance = 0)
    {
        while (_ahead.Count <= distance)
        {
            _ahead.Add(_lexer.Next());
        }
        return _ahead[distance];
    }

    private QueryToken Take()
    {
        var token = Peek();
        _ahead.RemoveAt(0);
        return token;
    }

    private QuerySyntaxException Unexpected(QueryToken token, string expected)
    {
        var name = token.Kind switch
        {
            TokenKind.End => "\"<EOF>\"",
            TokenKind.And => Kinded("<AND>", token),
            TokenKind.Or => Kinded("<OR>", token),
            TokenKind.Not => Kinded("<NOT>", token),
            TokenKind.Term => Kinded("<TERM>", token),
            TokenKind.Quoted => Kinded("<QUOTED>", token),
            TokenKind.FuzzySlop => Kinded("<FUZZY_SLOP>", token),
            TokenKind.RangeText => Kinded("<RANGE_GOOP>", token),
            TokenKind.RangeQuoted => Kinded("<RANGE_QUOTED>", token),
            TokenKind.BareOperator => Kinded("<BAREOPER>", token),
            _ => $"\" \"{token.Image}\" \"{token.Image} \"\"",
        };
        return new QuerySyntaxException(
            string.Create(CultureInfo.InvariantCulture, $"Cannot parse '{_text}': Encountered {name} at line 1, column {token.Position}.\nWas expecting one of:\n    {expected}"),
            token.Position);
    }

    private static string Kinded(string kind, QueryToken token) => $"\" {kind} \"{token.Image} \"\"";

    private QueryNode? ParseQuery(string? field)
    {
        if (++_depth > _context.Limits.MaxDepth)
        {
            throw new SearchLimitException(string.Create(CultureInfo.InvariantCulture, $"Parentheses may be nested {_context.Limits.MaxDepth} deep"));
        }
        var clauses = new List<(Occur Occur, QueryNode Query)>();
        QueryNode? alone = null;
        var modifier = ParseModifier();
        var query = ParseClause(field, FirstClause);
        AddClause(clauses, Conjunction.None, modifier, query);
        if (modifier == Occur.Should)
        {
            alone = query;
        }
        while (Peek().Kind is not (TokenKind.End or TokenKind.RightParen))
        {
            var conjunction = Peek().Kind switch
            {
                TokenKind.And => Conjunction.And,
                TokenKind.Or => Conjunction.Or,
                _ => Conjunction.None,
            };
            if (conjunction != Conjunction.None)
            {
                Take();
            }
            modifier = ParseModifier();
            query = ParseClause(
                field,
                conjunction != Conjunction.None ? FirstClause
                : "<EOF> \n    <AND> ...\n    <OR> ...\n    " + ModifiedClause.Replace("\"*\" ...", "\"*\" ...\n    \"^\" ...", StringComparison.Ordinal).Replace("<TERM> ...", "<TERM> ...\n    <FUZZY_SLOP> ...", StringComparison.Ordinal));
            AddClause(clauses, conjunction, modifier, query);
        }
        _depth--;
        if (clauses.Count == 1 && alone is not null)
        {
            return alone;
        }
        return clauses.Count == 0 ? null : new BooleanNode(clauses);
    }

    // The default meaning of a clause is "should"; + and - are the other two
    private Occur ParseModifier()
    {
        switch (Peek().Kind)
        {
            case TokenKind.Plus:
                Take();
                return Occur.Must;
            case TokenKind.Minus or TokenKind.Not:
                Take();
                return Occur.MustNot;
            default:
                return Occur.Should;
        }
    }

    private void AddClause(List<(Occur Occur, QueryNode Query)> clauses, Conjunction conjunction, Occur modifier, QueryNode? query)
    {
        var and = _context.DefaultOperator == QueryOperator.And;
        if (clauses.Count > 0 && clauses[^1].Occur != Occur.MustNot)
        {
            if (conjunction == Conjunction.And)
            {
                clauses[^1] = (Occur.Must, clauses[^1].Query);
            }
            else if (and && conjunction == Conjunction.Or)
            {
                clauses[^1] = (Occur.Should, clauses[^1].Query);
            }
        }
        if (query is null)
        {
            return;
        }
        var required = and ? conjunction != Conjunction.Or : modifier == Occur.Must || conjunction == Conjunction.And;
        clauses.Add((modifier == Occur.MustNot ? Occur.MustNot : required ? Occur.Must : Occur.Should, query));
    }

    private QueryNode? ParseClause(string? field, string expected)
    {
        if (Peek().Kind is TokenKind.Term or TokenKind.Star && Peek(1).Kind == TokenKind.Colon)
        {
            var name = Take();
            Take();
            field = name.Kind == TokenKind.Star ? "*" : Unescape(name.Image, name.Position);
            expected = ClauseStart;
        }
        if (Peek().Kind != TokenKind.LeftParen)
        {
            return ParseTerm(field, expected);
        }
        Take();
        if (Peek().Kind == TokenKind.RightParen)
        {
            throw Unexpected(Peek(), FirstClause);
        }
        var query = ParseQuery(field);
        if (Peek().Kind != TokenKind.RightParen)
        {
            throw Unexpected(Peek(), "<AND> ...\n    <OR> ...\n    <NOT> ...\n    \"+\" ...\n    \"-\" ...\n    <BAREOPER> ...\n    \"(\" ...\n    \")\" ...\n    " + ClauseStart[(ClauseStart.IndexOf("\"*\"", StringComparison.Ordinal))..]);
        }
        Take();
        return WithBoost(query, ParseBoost());
    }

    private QueryNode? ParseTerm(string? field, string expected)
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Term or TokenKind.Star or TokenKind.Prefix or TokenKind.Wildcard or TokenKind.Regex or TokenKind.BareOperator or TokenKind.Number:
                var fuzzy = TakeFuzzy();
                var boost = ParseBoost();
                if (boost is not null)
                {
                    fuzzy ??= TakeFuzzy();
                }
                return WithBoost(BareToken(field, token, fuzzy), boost);
            case TokenKind.Quoted:
                var slop = TakeFuzzy();
                var phraseBoost = ParseBoost();
                var text = Unescape(token.Image[1..^1], token.Position + 1);
                return WithBoost(Words(field, text, phrase: true, slop is { } s ? Number(s.Image) is { } n ? (int)Math.Clamp(n, 0, 1_000_000) : 0 : 0), phraseBoost);
            case TokenKind.RangeStartIncluded or TokenKind.RangeStartExcluded:
                return ParseRange(field, token.Kind == TokenKind.RangeStartIncluded);
            default:
                throw Unexpected(token, expected);
        }
    }

    private QueryToken? TakeFuzzy() => Peek().Kind == TokenKind.FuzzySlop ? Take() : null;

    private float? ParseBoost()
    {
        if (Peek().Kind != TokenKind.Caret)
        {
            return null;
        }
        Take();
        var number = Peek();
        if (number.Kind != TokenKind.Number)
        {
            throw Unexpected(number, "<NUMBER> ...\n    ");
        }
        Take();
        // a number too long for float is infinite, and infinite scores cannot be compared
        return float.TryParse(number.Image, NumberStyles.Float, CultureInfo.InvariantCulture, out var boost) ? Math.Min(boost, 1e9f) : 1f;
    }

    private static QueryNode? WithBoost(QueryNode? query, float? boost) =>
        query is null || boost is null ? query : query with { Boost = query.Boost * boost.Value };

    private static float? Number(string slop) =>
        float.TryParse(slop.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private QueryNode? BareToken(string? field, QueryToken token, QueryToken? fuzzy)
    {
        var name = field ?? _context.DefaultField;
        switch (token.Kind)
        {
            case TokenKind.Star when name == "*" && field is not null:
                _clauses.Add();
                return new AllNode();
            case TokenKind.Star:
                return _fields.Pattern(name, PatternKind.Wildcard, "*");
            case TokenKind.Wildcard:
                return _fields.Pattern(name, PatternKind.Wildcard, token.Image);
            case TokenKind.Prefix:
                return _fields.Pattern(name, PatternKind.Prefix, Unescape(token.Image[..^1], token.Position));
            case TokenKind.Regex:
                return _fields.Pattern(name, PatternKind.Regex, token.Image[1..^1]);
        }
        var text = Unescape(token.Image, token.Position);
        if (fuzzy is not { } slop)
        {
            return Words(field, text, phrase: false, 0);
        }
        var similarity = Number(slop.Image) ?? 2f;
        if (similarity >= 1 && similarity != MathF.Floor(similarity))
        {
            throw new QuerySyntaxException("Fractional edit distances are not allowed!", slop.Position);
        }
        return _fields.Fuzzy(name, text, similarity);
    }

    private QueryNode? Words(string? field, string text, bool phrase, int slop) =>
        field is null && _bareWords is not null
            ? _bareWords(text, phrase, slop)
            : _fields.Match(field ?? _context.DefaultField, text, phrase, slop, _context.DefaultOperator);

    private QueryNode? ParseRange(string? field, bool includesFrom)
    {
        var from = ParseBound(allowTo: false);
        if (Peek().Kind == TokenKind.RangeTo)
        {
            Take();
        }
        var to = ParseBound(allowTo: true);
        var end = Take();
        if (end.Kind is not (TokenKind.RangeEndIncluded or TokenKind.RangeEndExcluded))
        {
            throw Unexpected(end, "\"]\" ...\n    \"}\" ...\n    ");
        }
        var boost = ParseBoost();
        return WithBoost(_fields.Range(field ?? _context.DefaultField, from, to, includesFrom, end.Kind == TokenKind.RangeEndIncluded), boost);
    }

    // An unquoted star is an open end
    private string? ParseBound(bool allowTo)
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.RangeText:
                return token.Image == "*" ? null : Unescape(token.Image, token.Position);
            case TokenKind.RangeQuoted:
                return Unescape(token.Image[1..^1], token.Position + 1);
            case TokenKind.RangeTo when allowTo:
                return token.Image;
            default:
                throw Unexpected(token, (allowTo ? "\"TO\" ...\n    " : "") + "<RANGE_QUOTED> ...\n    <RANGE_GOOP> ...\n    ");
        }
    }

    /// <summary>Takes the backslashes of escapes away; <c>\u0041</c> is a letter by its code.</summary>
    private static string Unescape(string image, int position)
    {
        if (!image.Contains('\\', StringComparison.Ordinal))
        {
            return image;
        }
        var text = new StringBuilder(image.Length);
        for (var i = 0; i < image.Length; i++)
        {
            if (image[i] != '\\')
            {
                text.Append(image[i]);
                continue;
            }
            if (++i >= image.Length)
            {
                throw new QuerySyntaxException("Term can not end with escape character.", position + image.Length);
            }
            if (image[i] != 'u')
            {
                text.Append(image[i]);
                continue;
            }
            if (i + 4 >= image.Length)
            {
                throw new QuerySyntaxException("Truncated unicode escape sequence.", position + image.Length);
            }
            if (!ushort.TryParse(image.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                throw new QuerySyntaxException($"Non-hex character in Unicode escape sequence: {image.Substring(i + 1, 4)}", position + i + 1);
            }
            text.Append((char)code);
            i += 4;
        }
        return text.ToString();
    }
}
