using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Activities;

[CkanAction("organization_activity_list", Access.Checked, ReadOnly = true)]
[Doc("What was done to an organization and to the datasets in it, newest first.")]
internal sealed class ListOrganizationActivities(GroupActivities activities) : IAction<GroupActivitiesRequest, RawJson>
{
    public ValueTask<RawJson> RunAsync(GroupActivitiesRequest request, Caller caller, CancellationToken ct) =>
        activities.ListAsync(request, organizations: true, caller, ct);
}
