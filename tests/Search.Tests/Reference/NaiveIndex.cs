using System.Globalization;
using System.Text;
using Purbalingga.Search.Queries;
using Purbalingga.Search.Searching;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Tests.Reference;

/// <summary>An index that looks at every document for every question; slow, and simple enough to be right.</summary>
internal sealed class NaiveIndex(IndexSchema schema)
{
    private readonly Dictionary<string, NaiveDocument> _documents = [];
    private int _applied;

    public void Apply(IEnumerable<IndexChange> changes)
    {
        foreach (var change in changes)
        {
            _documents.Remove(change.Id);
            if (change.Document is { } document)
            {
                _documents.Add(change.Id, new NaiveDocument(schema, document, ++_applied));
            }
        }
    }

    public IEnumerable<string> Ids => _documents.Keys;

    public SearchResult Search(SearchRequest request)
    {
        var limits = new SearchLimits();
        var query = RequestReader.ReadQuery(request, schema, limits, DateTime.UnixEpoch);
        var filters = RequestReader.ReadFilters(request, schema, limits, DateTime.UnixEpoch);
        var found = _documents.Values.Where(d => Matches(query, d) && filters.TrueForAll(f => Matches(f.Query, d))).ToList();
        var facets = request.Facets.Select(f => Count(f, found)).ToArray();
        var sorted = found.Order(Comparer<NaiveDocument>.Create((x, y) => Compare(request.Sort, x, y)));
        var hits = sorted.Skip(request.Start).Take(request.Rows).Select(d => new SearchHit(d.Id, 0, null)).ToArray();
        return new SearchResult(found.Count, hits, facets, 0);
    }

    private int Compare(IReadOnlyList<SortKey> sort, NaiveDocument x, NaiveDocument y)
    {
        foreach (var key in sort)
        {
            var isNumber = schema.Resolve(key.Field)!.Kind is FieldKind.Date or FieldKind.Number;
            var order = isNumber
                ? Compare(x.Numbers(key.Field).Cast<long?>().Min(), y.Numbers(key.Field).Cast<long?>().Min(), key.Descending, (a, b) => a!.Value.CompareTo(b!.Value))
                : Compare(x.Terms(key.Field).Min(Utf8Order.Instance), y.Terms(key.Field).Min(Utf8Order.Instance), key.Descending, CompareBytes);
            if (order != 0)
            {
                return order;
            }
        }
        return x.Order.CompareTo(y.Order);
    }

    private static int Compare<T>(T? x, T? y, bool descending, Func<T?, T?, int> order)
    {
        if (x is null || y is null)
        {
            return (x is null ? 1 : 0) - (y is null ? 1 : 0);
        }
        return descending ? -order(x, y) : order(x, y);
    }

    private static int CompareBytes(string? x, string? y) => Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y!));

    private FacetResult Count(FacetRequest request, List<NaiveDocument> found)
    {
        var isNumber = schema.Resolve(request.Field)!.Kind == FieldKind.Number;
        var values = found
            .SelectMany(d => isNumber ? d.Numbers(request.Field).Distinct().Select(n => n.ToString(CultureInfo.InvariantCulture)) : d.Terms(request.Field))
            .GroupBy(v => v)
            .Where(g => g.Count() >= Math.Max(request.MinimumCount, 1))
            .Select(g => new FacetValue(g.Key, g.Count()))
            .OrderByDescending(v => v.Count)
            .ThenBy(v => isNumber ? long.Parse(v.Value, CultureInfo.InvariantCulture) : 0)
            .ThenBy(v => v.Value, Utf8Order.Instance);
        return new FacetResult(request.Field, [.. request.Limit < 0 ? values : values.Take(request.Limit)]);
    }

    private static bool Matches(QueryNode query, NaiveDocument document)
    {
        switch (query)
        {
            case AllNode:
                return true;
            case NoneNode:
                return false;
            case TermNode term:
                return document.Terms(term.Field).Contains(term.Term);
            case AnyOfNode any:
                return document.Terms(any.Field).Any(any.Values.Contains);
            case PhraseNode phrase:
                return MatchesPhrase(phrase, document);
            case PatternNode pattern:
                var compiled = new TermPattern(pattern.Kind, pattern.Pattern);
                return document.Terms(pattern.Field).Select(Encoding.UTF8.GetBytes).Any(t => t.AsSpan().StartsWith(compiled.Prefix) && compiled.Matches(t));
            case FuzzyNode fuzzy:
                return document.Terms(fuzzy.Field).Any(t => IsNear(fuzzy, t));
            case TermRangeNode range:
                return document.Terms(range.Field).Any(t =>
                    (range.From is null || CompareBytes(t, range.From) is var low && (low > 0 || (low == 0 && range.IncludesFrom)))
                    && (range.To is null || CompareBytes(t, range.To) is var high && (high < 0 || (high == 0 && range.IncludesTo))));
            case NumberRangeNode range:
                return document.Numbers(range.Field).Any(n => n >= range.From && n <= range.To);
            case ExistsNode exists:
                return document.Terms(exists.Field).Count > 0 || document.Numbers(exists.Field).Count > 0;
            case DisjunctionNode disjunction:
                return disjunction.Queries.Any(q => Matches(q, document));
            case BooleanNode boolean:
                var should = boolean.Clauses.Where(c => c.Occur == Occur.Should).ToArray();
                var hasMust = boolean.Clauses.Any(c => c.Occur == Occur.Must);
                return boolean.Clauses.All(c => c.Occur != Occur.Must || Matches(c.Query, document))
                    && !boolean.Clauses.Any(c => c.Occur == Occur.MustNot && Matches(c.Query, document))
                    && should.Count(c => Matches(c.Query, document)) >= Math.Max(boolean.MinimumShould, hasMust ? 0 : 1);
            default:
                throw new InvalidOperationException(query.GetType().Name);
        }
    }

    private static bool IsNear(FuzzyNode fuzzy, string term)
    {
        if (fuzzy.MaxEdits == 0)
        {
            return term == fuzzy.Term;
        }
        var distance = Distance(fuzzy.Term, term);
        return distance <= fuzzy.MaxEdits && distance < Math.Min(term.Length, fuzzy.Term.Length);
    }

    // Optimal string alignment over the whole table; the test words have no surrogates
    private static int Distance(string x, string y)
    {
        var table = new int[x.Length + 1, y.Length + 1];
        for (var i = 0; i <= x.Length; i++)
        {
            for (var j = 0; j <= y.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }
                table[i, j] = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }
        return table[x.Length, y.Length];
    }

    private static bool MatchesPhrase(PhraseNode phrase, NaiveDocument document)
    {
        var words = document.Words(phrase.Field);
        return phrase.Terms.All(t => document.Terms(phrase.Field).Contains(t.Term)) && Place(0, new int[phrase.Terms.Count]);

        bool Place(int place, int[] chosen)
        {
            if (place == chosen.Length)
            {
                var shifts = chosen.Select((position, i) => position - phrase.Terms[i].Position).ToArray();
                return shifts.Max() - shifts.Min() <= phrase.Slop;
            }
            foreach (var (term, position) in words)
            {
                var isTaken = Enumerable.Range(0, place).Any(i => chosen[i] == position && phrase.Terms[i].Term == term);
                if (term == phrase.Terms[place].Term && !isTaken)
                {
                    chosen[place] = position;
                    if (Place(place + 1, chosen))
                    {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
