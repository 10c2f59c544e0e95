using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users;

[CkanAction("user_update", Access.Checked, Result = ActionResultShapes.User)]
[Doc("Changes a user. Keys that are missing stay as they are, but email must be given. Allowed to the user and to sysadmins.")]
internal sealed class UpdateUser(UserEdits edits) : IAction<ActionInput, JsonNode>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } = [new("id", "string", true, "Name or id of the user."), .. UserDraft.Parameters];

    public async ValueTask<JsonNode> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var user = await edits.FindAsync(request, caller, ct);
        return await edits.ApplyAsync(user, request, caller, ct);
    }
}
