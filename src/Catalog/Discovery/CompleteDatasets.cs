using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Search;

namespace Purbalingga.Catalog.Discovery;

[CkanAction("package_autocomplete", Access.Anyone, ReadOnly = true)]
[Doc("Datasets whose name or title contains a text, for completing it while typing.")]
internal sealed class CompleteDatasets(DatasetSearch search, DocumentReader documents) : IAction<CompleteDatasets.Request, JsonArray>
{
    private const int MaxLimit = 100;

    public sealed record Request([Required, Doc("What has been typed.", Example = "\"pendu\"")] string Q, [Natural, Doc("At most so many.")] int Limit = 10);

    public async ValueTask<JsonArray> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var text = request.Q.Trim();
        var literal = Quoted(text);
        var found = search.Run(new SearchRequest
        {
            Query = $"name_ngram:{literal} OR title_ngram:{literal} OR name:{literal} OR title:{literal}",
            RequiredAny = DatasetSearch.Visible(caller, includePrivate: true, [RecordState.Active]),
            Rows = Math.Min(request.Limit, MaxLimit),
            Sort = [SortKey.Score, new SortKey("name", false)],
        }, ct);
        var answer = new JsonArray();
        foreach (var document in await documents.ListAsync([.. found.Hits.Select(h => h.Id)], ct))
        {
            var title = (string?)JsonNode.Parse(document.Json.Span)!["title"] ?? document.Name;
            var byName = document.Name.Contains(text, StringComparison.OrdinalIgnoreCase);
            answer.Add(new JsonObject
            {
                ["name"] = document.Name,
                ["title"] = title,
                ["match_field"] = byName ? "name" : "title",
                ["match_displayed"] = byName ? document.Name : $"{title} ({document.Name})",
            });
        }

        return answer;
    }

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
