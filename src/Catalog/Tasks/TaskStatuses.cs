using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Activities;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tasks;

/// <summary>Finds, writes and shows states of tasks.</summary>
internal sealed class TaskStatuses(CatalogContext context, TimeProvider clock)
{
    private static readonly string[] Required = ["entity_id", "entity_type", "task_type", "key"];

    /// <summary>A state by its id, or else by entity, type of task and key.</summary>
    /// <returns>Tracked; null when there is none.</returns>
    public async Task<TaskStatusRecord?> FindAsync(string? id, string? entityId, string? taskType, string? key, CancellationToken ct) => id is not null
        ? await context.TaskStatuses.FirstOrDefaultAsync(t => t.Id == id, ct)
        : await context.TaskStatuses.FirstOrDefaultAsync(t => t.EntityId == entityId && t.TaskType == taskType && t.Key == key, ct);

    /// <summary>The state of a task, made when there is none yet.</summary>
    public async Task<TaskStatusRecord> GetAsync(string entityId, string entityType, string taskType, string key, CancellationToken ct)
    {
        if (await FindAsync(null, entityId, taskType, key, ct) is { } found)
        {
            return found;
        }

        var made = new TaskStatusRecord { Id = Guid.CreateVersion7().ToString(), EntityId = entityId, EntityType = entityType, TaskType = taskType, Key = key };
        context.TaskStatuses.Add(made);
        return made;
    }

    /// <summary>Writes what a caller sent: the state with its id, or the one of the same entity, type and key, or a new one.</summary>
    /// <exception cref="NotFoundException">There is none with the id.</exception>
    /// <exception cref="InvalidException">A key is missing, or too long, or the time is none.</exception>
    public async Task<TaskStatusRecord> WriteAsync(JsonObject data, CancellationToken ct)
    {
        var id = Text("id");
        var known = id is null ? null : await FindAsync(id, null, null, null, ct) ?? throw new NotFoundException("TaskStatus was not found.");
        var errors = new FieldErrors();
        foreach (var key in Required)
        {
            if (Text(key) is not { } text)
            {
                errors.Add(key, "Missing value");
            }
            else if (text.Length > 100)
            {
                errors.Add(key, "Value is too long (at most 100 characters)");
            }
        }

        var updated = clock.Now();
        if (Text("last_updated") is { } time && !DateInput.TryParse(time, out updated))
        {
            errors.Add("last_updated", "Date format incorrect");
        }

        errors.ThrowIfAny();
        var status = known ?? await GetAsync(Text("entity_id")!, Text("entity_type")!, Text("task_type")!, Text("key")!, ct);
        (status.EntityId, status.EntityType, status.TaskType, status.Key) = (Text("entity_id")!, Text("entity_type")!, Text("task_type")!, Text("key")!);
        status.Value = Kept("value", status.Value);
        status.State = Kept("state", status.State);
        status.Error = Kept("error", status.Error);
        status.LastUpdated = updated;
        // The next one of the same call may mean the same row, and two rows of one task are refused here
        await context.SaveChangesAsync(ct);
        return status;

        string? Text(string key) => InputValues.Text(data[key]) is { Length: > 0 } text ? text : null;

        string? Kept(string key, string? old) => data.ContainsKey(key) ? InputValues.Text(data[key]) ?? data[key]?.ToJsonString() : old;
    }

    /// <summary>As CKAN shows it.</summary>
    public static JsonObject Show(TaskStatusRecord status) => new()
    {
        ["id"] = status.Id,
        ["entity_id"] = status.EntityId,
        ["entity_type"] = status.EntityType,
        ["task_type"] = status.TaskType,
        ["key"] = status.Key,
        ["value"] = status.Value,
        ["state"] = status.State,
        ["error"] = status.Error,
        ["last_updated"] = status.LastUpdated is { } time ? Clock.Text(time) : null,
    };

    /// <exception cref="NotAuthorizedException">In CKAN's words.</exception>
    public static void RequireSysadmin(Caller caller, string what)
    {
        if (!caller.IsSysadmin)
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to {what}");
        }
    }
}
