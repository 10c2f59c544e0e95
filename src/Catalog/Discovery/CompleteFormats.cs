using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;
using Purbalingga.Search;

namespace Purbalingga.Catalog.Discovery;

[CkanAction("format_autocomplete", Access.Anyone, ReadOnly = true, Result = ActionResultShapes.Names)]
[Doc("Formats of public resources that contain a text, in lower case, most used first.")]
internal sealed class CompleteFormats(DatasetSearch search) : IAction<CompleteFormats.Request, List<string>>
{
    public sealed record Request([Required, Doc("What has been typed.", Example = "\"cs\"")] string Q, [Natural, Doc("At most so many.")] int Limit = 5);

    public ValueTask<List<string>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var found = search.Run(new SearchRequest
        {
            RequiredAny = DatasetSearch.Visible(Caller.Anonymous, includePrivate: false, [RecordState.Active]),
            Rows = 0,
            Facets = [new FacetRequest("res_format", -1)],
        }, ct);
        List<string> formats =
        [
            .. found.Facets[0].Values.GroupBy(v => v.Value.ToLowerInvariant()).Where(g => g.Key.Contains(request.Q, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(g => g.Sum(v => v.Count)).Select(g => g.Key).Take(request.Limit),
        ];
        return ValueTask.FromResult(formats);
    }
}
