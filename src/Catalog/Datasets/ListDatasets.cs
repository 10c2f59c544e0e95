using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets;

[CkanAction("package_list", Access.Anyone, ReadOnly = true, Result = ActionResultShapes.Names)]
[Doc("Names of all public datasets, sorted.")]
internal sealed class ListDatasets(CatalogContext context) : IAction<ListDatasets.Request, List<string>>
{
    public sealed record Request(
        [Natural, Doc("At most so many names; all when left out.", Example = "10")] int? Limit = null, [Natural, Doc("Names to pass over.")] int Offset = 0);

    public async ValueTask<List<string>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var names = context.Datasets.AsNoTracking()
            .Where(d => d.State == RecordState.Active && !d.Private).OrderBy(d => d.Name).Select(d => d.Name).Skip(request.Offset);
        return await (request.Limit is { } limit ? names.Take(limit) : names).ToListAsync(ct);
    }
}
