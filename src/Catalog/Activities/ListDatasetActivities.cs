using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;

namespace Purbalingga.Catalog.Activities;

[CkanAction("package_activity_list", Access.Checked, ReadOnly = true)]
[Doc("What was done to a dataset, newest first.")]
internal sealed class ListDatasetActivities(ActivityReader reader, DocumentReader documents) : IAction<ListDatasetActivities.Request, RawJson>
{
    public sealed record Request(
        [Required, Doc("Name or id of the dataset.", Example = "\"jumlah-penduduk\"")] string Id,
        [Natural, Doc("At most this many, not more than 100.")] int Limit = ActivityPage.DefaultLimit,
        [Natural, Doc("Leave out so many first.")] int Offset = 0,
        [Doc("Only later ones; seconds since 1970.", Example = "\"1764000000.5\"")] string? After = null,
        [Doc("Only earlier ones; seconds since 1970.")] string? Before = null,
        [Doc("With what the server did in its own name; sysadmins only.")] bool IncludeHiddenActivity = false,
        [Doc("Only these types.", Example = "[\"changed package\"]")] IReadOnlyList<string>? ActivityTypes = null,
        [Doc("Not these types.")] IReadOnlyList<string>? ExcludeActivityTypes = null);

    public async ValueTask<RawJson> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var page = ActivityPage.Read(request.Limit, request.Offset, request.After, request.Before);
        var (only, without) = (request.ActivityTypes ?? [], request.ExcludeActivityTypes ?? []);
        if (only.Count > 0 && without.Count > 0)
        {
            throw InvalidException.Field("activity_types", "Cannot be used together with `exclude_activity_types");
        }

        var dataset = await documents.ReadAsync(request.Id, caller, ct);
        var activities = reader.OfDataset(dataset.Id);
        activities = only.Count > 0 ? activities.Where(a => only.Contains(a.ActivityType))
            : without.Count > 0 ? activities.Where(a => !without.Contains(a.ActivityType))
            : activities;
        return await reader.ReadAsync(activities, page, caller, request.IncludeHiddenActivity, ct);
    }
}
