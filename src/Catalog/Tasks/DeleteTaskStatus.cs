using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tasks;

[CkanAction("task_status_delete", Access.Checked)]
[Doc("Forgets the state of a background task; for sysadmins.")]
internal sealed class DeleteTaskStatus(TaskStatuses statuses, CatalogContext context) : IAction<DeleteTaskStatus.Request, Nothing>
{
    public sealed record Request([Required, Doc("Id of the state.", Example = "\"3f6a1d0c-0000-4000-8000-000000000000\"")] string Id);

    public async ValueTask<Nothing> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        TaskStatuses.RequireSysadmin(caller, "delete task_status");
        context.TaskStatuses.Remove(await statuses.FindAsync(request.Id, null, null, null, ct) ?? throw new NotFoundException());
        return Nothing.Value;
    }
}
