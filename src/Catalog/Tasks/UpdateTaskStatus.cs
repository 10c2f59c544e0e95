using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Tasks;

[CkanAction("task_status_update", Access.Checked)]
[Doc("Writes the state of a background task; for sysadmins.")]
internal sealed class UpdateTaskStatus(TaskStatuses statuses) : IAction<ActionInput, JsonObject>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("entity_id", "string", true, "Id of what the task is about.", "\"3f6a1d0c-0000-4000-8000-000000000000\""),
        new("entity_type", "string", true, "Such as resource.", "\"resource\""),
        new("task_type", "string", true, "Such as xloader.", "\"xloader\""),
        new("key", "string", true, "Tells several states of one task apart.", "\"xloader\""),
        new("value", "string", false, "Anything; loaders write JSON."),
        new("state", "string", false, "pending, running, complete or error."),
        new("error", "string", false, "Anything; loaders write JSON."),
        new("last_updated", "string", false, "Left out: now."),
        new("id", "string", false, "Of the state to be changed; left out: the one of the same entity, type and key, or a new one."),
    ];

    public async ValueTask<JsonObject> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        TaskStatuses.RequireSysadmin(caller, "update task_status table");
        return TaskStatuses.Show(await statuses.WriteAsync(request.Data, ct));
    }
}
