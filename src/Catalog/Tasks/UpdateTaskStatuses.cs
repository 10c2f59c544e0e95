using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Tasks;

[CkanAction("task_status_update_many", Access.Checked)]
[Doc("Writes the states of several background tasks, all or none; for sysadmins.")]
internal sealed class UpdateTaskStatuses(TaskStatuses statuses) : IAction<ActionInput, JsonObject>, IDescribesParameters
{
    private const int Most = 10_000;

    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("data", "array", true, "States as for task_status_update.", "[{\"entity_id\": \"3f6a1d0c-0000-4000-8000-000000000000\", \"entity_type\": \"resource\", \"task_type\": \"xloader\", \"key\": \"xloader\", \"state\": \"pending\"}]"),
    ];

    public async ValueTask<JsonObject> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        TaskStatuses.RequireSysadmin(caller, "update task_status table");
        if (request.Data["data"] is not JsonArray { Count: <= Most } data || data.Any(item => item is not JsonObject))
        {
            throw InvalidException.Field("data", $"Must be a list of at most {Most} dicts");
        }

        var results = new JsonArray();
        foreach (var item in data)
        {
            results.Add(TaskStatuses.Show(await statuses.WriteAsync((JsonObject)item!, ct)));
        }

        return new JsonObject { ["results"] = results };
    }
}
