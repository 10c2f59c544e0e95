using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Discovery;

[CkanAction("package_search", Access.Anyone, ReadOnly = true, Result = ActionResultShapes.DatasetPage)]
[Doc("Finds datasets by words or in Lucene syntax, with filters, facets, sorting and paging.")]
internal sealed class SearchDatasets(DatasetSearch search) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("q", "string", false, "Words, or with a colon Lucene syntax; everything when left out.", "\"penduduk\""),
        new("fq", "string", false, "Filter in Lucene syntax.", "\"organization:disdukcapil\""),
        new("fq_list", "array", false, "Further filters that must all hold.", "[\"res_format:CSV\"]"),
        new("rows", "integer", false, "Page size, at most 1000.", Default: 10), new("start", "integer", false, "Hits to pass over.", Default: 0),
        new("sort", "string", false, "FIELD asc|desc, also several.", "\"metadata_modified desc\""),
        new("facet", "string", false, "false switches facets off."), new("facet.field", "array", false, "Fields to count.", "[\"organization\", \"tags\"]"),
        new("facet.limit", "integer", false, "Values of each facet; -1 for all.", Default: 50), new("facet.mincount", "integer", false, null, Default: 1),
        new("fl", "array", false, "Stored fields to return instead of datasets."), new("include_private", "boolean", false, "Private datasets that you may see, too."),
        new("include_drafts", "boolean", false, "Drafts that you may see, too."), new("include_deleted", "boolean", false),
        new("use_default_schema", "boolean", false), new("qf", "string", false, "Fields and boosts for words."), new("mm", "string", false, "How many of the words must be found."),
        new("tie", "string", false), new("defType", "string", false, "lucene, dismax or edismax."), new("bf", "string", false, "Taken and left aside."),
        new("boost", "string", false, "Taken and left aside."), new("wt", "string", false, "Taken and left aside: the answer is always JSON."),
    ];

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct) => new(await search.SearchAsync(request.Data, caller, ct));
}
