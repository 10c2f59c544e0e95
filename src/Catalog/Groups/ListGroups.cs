using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

[CkanAction("group_list", Access.Checked, ReadOnly = true, Result = ActionResultShapes.OrganizationList)]
[Doc("Names of the active groups, or their dictionaries with all_fields.")]
internal sealed class ListGroups(GroupListing listing) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    private const string Names = "groups";

    public static IReadOnlyList<ActionParameter> Parameters { get; } = GroupListing.Parameters(Names);

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct) =>
        await listing.ListAsync(GroupKind.Group, Names, request, caller, ct);
}
