using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Activities;

/// <summary>Activity streams of organizations and of groups.</summary>
internal sealed class GroupActivities(CatalogContext context, ActivityReader reader)
{
    /// <exception cref="NotFoundException">There is none of this kind.</exception>
    /// <exception cref="NotAuthorizedException">It is not active and the caller has no role in it.</exception>
    public async ValueTask<RawJson> ListAsync(GroupActivitiesRequest request, bool organizations, Caller caller, CancellationToken ct)
    {
        var page = ActivityPage.Read(request.Limit, request.Offset, request.After, request.Before);
        var group = await context.FindGroupAsync(request.Id, ct);
        if (group is null || group.IsOrganization != organizations)
        {
            throw new NotFoundException();
        }

        if (group.State != RecordState.Active && !caller.May(group.Id, "read"))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to read group {group.Id}");
        }

        var activities = await reader.OfGroupAsync(group, ct);
        if (request.ActivityTypes is { Count: > 0 } only)
        {
            activities = activities.Where(a => only.Contains(a.ActivityType));
        }

        return await reader.ReadAsync(activities, page, caller, request.IncludeHiddenActivity, ct);
    }
}
