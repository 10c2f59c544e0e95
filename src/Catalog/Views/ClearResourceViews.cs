using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Views;

[CkanAction("resource_view_clear", Access.Sysadmin)]
[Doc("Deletes all saved views, or those of some types.")]
internal sealed class ClearResourceViews(CatalogContext context) : IAction<ActionInput, Nothing>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } =
        [new("view_types", "array", false, "Types of the views to delete; all when left out.", "[\"datatables_view\"]")];

    public async ValueTask<Nothing> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var types = InputValues.Texts(request.Data["view_types"]) ?? [];
        await context.ResourceViews.Where(v => types.Count == 0 || types.Contains(v.ViewType)).ExecuteDeleteAsync(ct);
        return Nothing.Value;
    }
}
