using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users;

[CkanAction("user_patch", Access.Checked, Result = ActionResultShapes.User)]
[Doc("Changes some fields of a user. Allowed to the user and to sysadmins.")]
internal sealed class PatchUser(UserEdits edits) : IAction<ActionInput, JsonNode>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters => UpdateUser.Parameters;

    public async ValueTask<JsonNode> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var user = await edits.FindAsync(request, caller, ct);
        if (!request.Has("email"))
        {
            request.Data["email"] = user.Email;
        }

        return await edits.ApplyAsync(user, request, caller, ct);
    }
}
