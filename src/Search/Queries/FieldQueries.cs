using System.Globalization;
using Purbalingga.Search.Analysis;

namespace Purbalingga.Search.Queries;

/// <summary>Turns a word, phrase, pattern or range on one field into a query, by the kind and analyzer of the field.</summary>
internal sealed class FieldQueries(QueryContext context, ClauseCounter clauses)
{
    private readonly TokenBuffer _tokens = new();

    /// <summary>A word or phrase.</summary>
    /// <param name="join">Join of the parts of a word that the analyzer cuts.</param>
    /// <returns>Null when the analyzer leaves nothing of the text.</returns>
    /// <exception cref="QuerySyntaxException">Not a date or number although the field is one.</exception>
    public QueryNode? Match(string field, string text, bool phrase, int slop, QueryOperator join)
    {
        clauses.Add();
        if (context.Schema.Resolve(field) is not { } definition)
        {
            return NoneNode.Instance;
        }
        switch (definition.Kind)
        {
            case FieldKind.Keyword:
                return new TermNode(field, text);
            case FieldKind.Date:
                var time = ParseDate(text);
                return new NumberRangeNode(field, time, time);
            case FieldKind.Number:
                var number = ParseNumber(text);
                return new NumberRangeNode(field, number, number);
            default:
                return Words(definition, text, phrase, slop, definition.Kind == FieldKind.Ngram ? QueryOperator.And : join);
        }
    }

    /// <summary>A prefix, wildcard or regular expression.</summary>
    /// <param name="pattern">Prefixes without escapes and star; others as written.</param>
    public QueryNode Pattern(string field, PatternKind kind, string pattern)
    {
        clauses.Add();
        if (context.Schema.Resolve(field) is not { } definition)
        {
            return NoneNode.Instance;
        }
        if (kind == PatternKind.Wildcard && pattern == "*")
        {
            return new ExistsNode(field);
        }
        if (definition.Kind is FieldKind.Date or FieldKind.Number)
        {
            throw new QuerySyntaxException($"Can't run prefix or pattern queries on the field {field}, it holds {(definition.Kind == FieldKind.Date ? "dates" : "numbers")}", 0);
        }
        if (kind == PatternKind.Regex)
        {
            RegexPatterns.Check(pattern);
            return new PatternNode(field, kind, pattern);
        }
        if (kind == PatternKind.Prefix && definition.Kind == FieldKind.Ngram)
        {
            // Every piece is a beginning already
            return Words(definition, pattern, phrase: false, 0, QueryOperator.And) ?? NoneNode.Instance;
        }
        return new PatternNode(field, kind, Normalize(definition, pattern));
    }

    /// <summary>Words like a word.</summary>
    public QueryNode Fuzzy(string field, string term, float similarity)
    {
        clauses.Add();
        if (context.Schema.Resolve(field) is not { } definition || definition.Kind is FieldKind.Date or FieldKind.Number)
        {
            return NoneNode.Instance;
        }
        var normal = Normalize(definition, term);
        var length = normal.EnumerateRunes().Count();
        var edits = similarity >= 1 ? (int)similarity : similarity == 0 ? 0 : (int)((1 - (double)similarity) * length);
        return new FuzzyNode(field, normal, Math.Min(edits, 2));
    }

    /// <summary>A range; null bounds are open.</summary>
    public QueryNode Range(string field, string? from, string? to, bool includesFrom, bool includesTo)
    {
        clauses.Add();
        if (context.Schema.Resolve(field) is not { } definition)
        {
            return NoneNode.Instance;
        }
        if (definition.Kind is FieldKind.Date or FieldKind.Number)
        {
            var low = from is null ? long.MinValue : definition.Kind == FieldKind.Date ? ParseDate(from) : ParseNumber(from);
            var high = to is null ? long.MaxValue : definition.Kind == FieldKind.Date ? ParseDate(to) : ParseNumber(to);
            if (from is not null && !includesFrom)
            {
                if (low == long.MaxValue)
                {
                    return NoneNode.Instance;
                }
                low++;
            }
            if (to is not null && !includesTo)
            {
                if (high == long.MinValue)
                {
                    return NoneNode.Instance;
                }
                high--;
            }
            return from is null && to is null ? new ExistsNode(field) : new NumberRangeNode(field, low, high);
        }
        if (from is null && to is null)
        {
            return new ExistsNode(field);
        }
        return new TermRangeNode(
            field, from is null ? null : Normalize(definition, from), to is null ? null : Normalize(definition, to), includesFrom, includesTo);
    }

    private string Normalize(SchemaField definition, string part) =>
        definition.Analyzer is not null ? definition.Analyzer.Normalize(part)
        : context.Dialect == QueryDialect.Classic ? part.ToLowerInvariant()
        : part;

    private QueryNode? Words(SchemaField definition, string text, bool phrase, int slop, QueryOperator join)
    {
        _tokens.Clear();
        definition.Analyzer!.ForQuery(text, _tokens);
        if (_tokens.Count == 0)
        {
            return null;
        }
        if (_tokens.Count == 1)
        {
            return Word(definition, 0);
        }
        if (phrase && definition.Kind == FieldKind.Text)
        {
            var terms = new (string, int)[_tokens.Count];
            for (var i = 0; i < terms.Length; i++)
            {
                CountPart(i);
                terms[i] = (_tokens[i].ToString(), _tokens.PositionOf(i));
            }
            return new PhraseNode(definition.Name, terms, slop);
        }
        var parts = new (Occur, QueryNode)[_tokens.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            CountPart(i);
            parts[i] = (join == QueryOperator.And || phrase ? Occur.Must : Occur.Should, Word(definition, i));
        }
        return new BooleanNode(parts);
    }

    private QueryNode Word(SchemaField definition, int token)
    {
        var word = _tokens[token].ToString();
        return definition.Kind != FieldKind.Ngram || word.Length >= NgramAnalyzer.Longest ? new TermNode(definition.Name, word)
            : word.Length < NgramAnalyzer.Shortest ? NoneNode.Instance
            : new PatternNode(definition.Name, PatternKind.Prefix, word);
    }

    // the first part was counted as the word itself
    private void CountPart(int index)
    {
        if (index > 0)
        {
            clauses.Add();
        }
    }

    private long ParseDate(string text) =>
        DateMath.TryParse(text, context.Now, out var time) ? time : throw new QuerySyntaxException($"Invalid Date String:'{text}'", 0);

    private static long ParseNumber(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new QuerySyntaxException($"Invalid Number: {text}", 0);
}
