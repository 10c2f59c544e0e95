using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Activities;

[CkanAction("group_activity_list", Access.Checked, ReadOnly = true)]
[Doc("What was done to a group and to the datasets in it, newest first.")]
internal sealed class ListGroupActivities(GroupActivities activities) : IAction<GroupActivitiesRequest, RawJson>
{
    public ValueTask<RawJson> RunAsync(GroupActivitiesRequest request, Caller caller, CancellationToken ct) =>
        activities.ListAsync(request, organizations: false, caller, ct);
}
