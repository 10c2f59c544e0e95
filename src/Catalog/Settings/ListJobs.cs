using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Settings;

[CkanAction("job_list", Access.Sysadmin, ReadOnly = true)]
[Doc("Lists the background jobs that wait in a queue. This server has no queues yet: what a change needs is done with it, so the list is empty, as CKAN's is when nothing waits.")]
internal sealed class ListJobs : IAction<ListJobs.Request, IReadOnlyList<string>>
{
    public sealed record Request(
        [Doc("Names of queues.")] IReadOnlyList<string>? Queues = null,
        [Natural, Doc("At most this many.")] int Limit = 200,
        [Doc("true: ids only.")] bool IdsOnly = false);

    public ValueTask<IReadOnlyList<string>> RunAsync(Request request, Caller caller, CancellationToken ct) => ValueTask.FromResult<IReadOnlyList<string>>([]);
}
