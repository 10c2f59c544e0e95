using Purbalingga.Search.Queries;

namespace Purbalingga.Search.Searching;

/// <summary>Turns the texts of a request into queries and filters.</summary>
internal static class RequestReader
{
    /// <summary>Reads the query.</summary>
    public static QueryNode ReadQuery(SearchRequest request, IndexSchema schema, SearchLimits limits, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(request.Query))
        {
            return new AllNode();
        }
        var context = Context(request, schema, limits, now);
        var query = request.Mode switch
        {
            QueryMode.Dismax => new DismaxParser(context, request.Dismax).ParseWords(request.Query),
            QueryMode.Edismax => new DismaxParser(context, request.Dismax).ParseExtended(request.Query),
            _ => new QueryParser(request.Query, context).Parse(),
        };
        return AllBut(query, request.Dialect);
    }

    /// <summary>Reads the filters.</summary>
    public static List<SearchFilter> ReadFilters(SearchRequest request, IndexSchema schema, SearchLimits limits, DateTime now)
    {
        var filters = new List<SearchFilter>();
        foreach (var required in request.RequiredAny)
        {
            filters.Add(new SearchFilter(
                new AnyOfNode(required.Field, required.Values),
                $"any|{required.Field}|{string.Join('|', required.Values.Select(v => $"{v.Length}:{v}"))}"));
        }
        foreach (var text in request.Filters)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }
            var query = AllBut(new QueryParser(text, Context(request, schema, limits, now)).Parse(), request.Dialect);
            // a fuzzy word stands for other words when the index changes, NOW for another time
            var isSteady = !text.Contains("NOW", StringComparison.Ordinal) && !text.Contains('~', StringComparison.Ordinal);
            filters.Add(new SearchFilter(query, isSteady ? $"text|{request.Dialect}|{request.DefaultOperator}|{request.DefaultField}|{text}" : null));
        }
        return filters;
    }

    private static QueryContext Context(SearchRequest request, IndexSchema schema, SearchLimits limits, DateTime now) =>
        new(schema, request.Dialect, request.DefaultOperator, request.DefaultField, limits, now);

    private static QueryNode AllBut(QueryNode query, QueryDialect dialect) =>
        dialect == QueryDialect.Solr && query is BooleanNode { IsPurelyNegative: true } negative
            ? negative with { Clauses = [(Occur.Must, new AllNode()), .. negative.Clauses] }
            : query;
}
