using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Tasks;

[CkanAction("task_status_show", Access.Anyone, ReadOnly = true)]
[Doc("State of a background task: by id, or by entity_id, task_type and key.")]
internal sealed class ShowTaskStatus(TaskStatuses statuses, TaskVisibility visibility) : IAction<ShowTaskStatus.Request, JsonObject>
{
    public sealed record Request(
        [Doc("Id of the state.", Example = "\"3f6a1d0c-0000-4000-8000-000000000000\"")] string? Id = null,
        [Doc("Id of what the task is about, such as a resource.")] string? EntityId = null,
        [Doc("Such as xloader.")] string? TaskType = null,
        [Doc("Such as xloader.")] string? Key = null);

    public async ValueTask<JsonObject> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var status = await statuses.FindAsync(string.IsNullOrEmpty(request.Id) ? null : request.Id, request.EntityId, request.TaskType, request.Key, ct);
        return status is not null && await visibility.MaySeeAsync(status, caller, ct) ? TaskStatuses.Show(status) : throw new NotFoundException();
    }
}
