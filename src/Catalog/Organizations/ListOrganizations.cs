using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;

namespace Purbalingga.Catalog.Organizations;

[CkanAction("organization_list", Access.Checked, ReadOnly = true, Result = ActionResultShapes.OrganizationList)]
[Doc("Names of the active organizations, or their dictionaries with all_fields.")]
internal sealed class ListOrganizations(GroupListing listing) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    private const string Names = "organizations";

    public static IReadOnlyList<ActionParameter> Parameters { get; } = GroupListing.Parameters(Names);

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct) =>
        await listing.ListAsync(GroupKind.Organization, Names, request, caller, ct);
}
