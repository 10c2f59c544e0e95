using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

[CkanAction("group_show", Access.Checked, ReadOnly = true, Result = ActionResultShapes.Organization)]
[Doc("One group with its extras, parents and, on request, users and datasets.")]
internal sealed class ShowGroup(CatalogContext context, GroupDictionary dictionary, GroupSearch search, GroupRights rights)
    : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } = [new("id", "string", true, "Id or name."), .. GroupPartParameters.All];

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var group = await context.RequireGroupAsync(GroupKind.Group, request.Required("id"), null, ct);
        var parts = GroupParts.Shown(rights.UsersArePublic).With(request);
        rights.RequireRead(group, parts.Users, caller);
        var contents = parts.DatasetCount || parts.Datasets ? await search.ContentsAsync(group, caller, parts.Newest, ct) : null;
        return await dictionary.WriteAsync(group, parts, contents, ct);
    }
}
