using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Organizations;

[CkanAction("organization_show", Access.Checked, ReadOnly = true, Result = ActionResultShapes.Organization)]
[Doc("One organization with its extras, parents and, on request, users and datasets.")]
internal sealed class ShowOrganization(CatalogContext context, GroupDictionary dictionary, GroupSearch search, GroupRights rights)
    : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } = [new("id", "string", true, "Id or name."), .. GroupPartParameters.All];

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var group = await context.RequireGroupAsync(GroupKind.Organization, request.Required("id"), null, ct);
        var parts = GroupParts.Shown(rights.UsersArePublic).With(request);
        rights.RequireRead(group, parts.Users, caller);
        var contents = parts.DatasetCount || parts.Datasets ? await search.ContentsAsync(group, caller, parts.Newest, ct) : null;
        return await dictionary.WriteAsync(group, parts, contents, ct);
    }
}
