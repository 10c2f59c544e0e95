using System.Text.Json;

namespace Purbalingga.Search.Tests.Oracle;

/// <summary>Compares with what Lucene answered to 722 queries over 1,200 documents (docs.jsonl, queries.jsonl).</summary>
public sealed class OracleTests
{
    private static readonly Dictionary<string, string> s_knownDifferences = new()
    {
    };

    [Fact]
    public async Task Should_find_what_Lucene_finds()
    {
        await using var index = OpenIndex();
        var differences = new List<string>();
        var queries = 0;
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Oracle", "queries.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var query = json.RootElement;
            var text = query.GetProperty("q").GetString()!;
            var expectsError = query.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String;
            var request = new SearchRequest
            {
                Query = text,
                Dialect = QueryDialect.Classic,
                DefaultOperator = query.GetProperty("op").GetString() == "AND" ? QueryOperator.And : QueryOperator.Or,
                Rows = 2000,
            };
            queries++;
            string difference;
            try
            {
                var found = index.Search(request).Hits.Select(h => int.Parse(h.Id, System.Globalization.CultureInfo.InvariantCulture)).Order().ToArray();
                var expected = expectsError ? [] : query.GetProperty("hits").EnumerateArray().Select(h => h.GetInt32()).ToArray();
                difference = expectsError ? "no error" : found.SequenceEqual(expected) ? "" : $"{found.Length} instead of {expected.Length}";
            }
            catch (QuerySyntaxException exception)
            {
                difference = expectsError ? "" : exception.Message;
            }
            if ((difference.Length > 0) != s_knownDifferences.ContainsKey(text))
            {
                differences.Add($"{text} ({request.DefaultOperator}): {difference}");
            }
        }
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.Equal(722, queries);
    }

    [Fact]
    public async Task Should_rank_clearly_better_hits_as_Lucene_does()
    {
        await using var index = OpenIndex();
        var differences = new List<string>();
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Oracle", "queries.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var query = json.RootElement;
            if (query.GetProperty("kind").GetString() is not ("term" or "two-terms" or "and" or "or" or "phrase" or "boost" or "field"))
            {
                continue;
            }
            var hits = index.Search(new SearchRequest
            {
                Query = query.GetProperty("q").GetString(),
                Dialect = QueryDialect.Classic,
                DefaultOperator = query.GetProperty("op").GetString() == "AND" ? QueryOperator.And : QueryOperator.Or,
                Rows = 2000,
            }).Hits;
            var scores = hits.ToDictionary(h => h.Id, h => h.Score);
            var top = query.GetProperty("top").EnumerateArray().Select(t => (Id: t[0].GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture), Score: t[1].GetSingle())).ToArray();
            foreach (var (first, second) in from a in top from b in top where a.Score > b.Score * 1.15f select (a, b))
            {
                if (scores[first.Id] <= scores[second.Id])
                {
                    differences.Add($"{query.GetProperty("q")}: {first.Id} not above {second.Id}");
                }
            }
        }
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static SearchIndex OpenIndex()
    {
        var schema = new IndexSchema(
        [
            .. new[] { "title", "notes", "tags", "text" }.Select(n => new FieldDefinition(n, FieldKind.Text) { Analyzer = "whitespace_lowercase" }),
            new FieldDefinition("organization", FieldKind.Keyword),
            new FieldDefinition("res_format", FieldKind.Keyword) { MultiValued = true },
            new FieldDefinition("tahun", FieldKind.Keyword),
            new FieldDefinition("metadata_modified", FieldKind.Keyword),
        ]);
        var index = SearchIndex.Open(new SearchIndexOptions { Schema = schema });
        var changes = new List<IndexChange>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Oracle", "docs.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var source = json.RootElement;
            var tags = string.Join(' ', source.GetProperty("tags").EnumerateArray().Select(t => t.GetString()));
            var document = new IndexDocument(source.GetProperty("id").GetRawText())
                .Add("title", source.GetProperty("title").GetString())
                .Add("notes", source.GetProperty("notes").GetString())
                .Add("tags", tags)
                .Add("text", $"{source.GetProperty("title").GetString()} {source.GetProperty("notes").GetString()} {tags}")
                .Add("organization", source.GetProperty("organization").GetString())
                .Add("res_format", source.GetProperty("res_format").EnumerateArray().Select(f => f.GetString()))
                .Add("tahun", source.GetProperty("tahun").GetString())
                .Add("metadata_modified", source.GetProperty("metadata_modified").GetString());
            changes.Add(IndexChange.Upsert(document));
        }
        // several segments, so that statistics and hits are joined over them
        for (var i = 0; i < changes.Count; i += 130)
        {
            index.Apply(changes.Skip(i).Take(130).ToArray(), i + 1);
        }
        return index;
    }
}
