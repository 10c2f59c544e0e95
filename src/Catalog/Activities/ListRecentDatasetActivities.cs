using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Activities;

[CkanAction("recently_changed_packages_activity_list", Access.Anyone, ReadOnly = true)]
[Doc("What was done to datasets lately, newest first.")]
internal sealed class ListRecentDatasetActivities(ActivityReader reader) : IAction<ListRecentDatasetActivities.Request, RawJson>
{
    public sealed record Request(
        [Natural, Doc("At most this many, not more than 100.")] int Limit = ActivityPage.DefaultLimit,
        [Natural, Doc("Leave out so many first.")] int Offset = 0);

    public async ValueTask<RawJson> RunAsync(Request request, Caller caller, CancellationToken ct) =>
        await reader.ReadAsync(reader.OfDatasets(), ActivityPage.Read(request.Limit, request.Offset, null, null), caller, withHidden: false, ct);
}
