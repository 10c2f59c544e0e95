using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Activities;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Users;

[CkanAction("user_create", Access.Checked, Result = ActionResultShapes.User)]
[Doc("Creates a user. Allowed to sysadmins, and to everybody where ckan.auth.create_user_via_api is on.")]
internal sealed class CreateUser(
    CatalogContext context, CkanSettings settings, UserDraft draft, UserViews views, NewTokens tokens, ActivityLog activities, PendingChanges pending, TimeProvider clock)
    : IAction<ActionInput, JsonNode>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        .. UserDraft.Parameters,
        new("id", "string", false, "UUID; sysadmins only, ignored from others."),
        new("with_apitoken", "boolean", false, "Also make an API token and show it as token.", Default: false),
    ];

    public async ValueTask<JsonNode> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        if (!caller.IsSysadmin && !settings.Flag("ckan.auth.create_user_via_api"))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to create users via the API");
        }

        var user = new User
        {
            Id = await IdAsync(request, caller, ct),
            Name = "",
            Created = clock.Now(),
            SecurityStamp = SecurityStamps.New(),
        };
        await draft.FillAsync(user, request, caller, isNew: true, ct);
        context.Users.Add(user);
        pending.UserChanged(user.Id);
        activities.Record(new Caller(user.Id, user.Name, user.IsSysadmin), "new user", user.Id, "user", default);

        var shown = views.Show(user, datasets: 0, whole: true);
        if (request.Flag("with_apitoken"))
        {
            shown["token"] = tokens.Add(user.Id, "default", lifetime: null, scope: null).Text;
        }

        return shown;
    }

    private async ValueTask<string> IdAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        if (!caller.IsSysadmin || request.Text("id") is not { } id)
        {
            return Guid.NewGuid().ToString();
        }

        if (!Guid.TryParseExact(id, "D", out var uuid))
        {
            throw InvalidException.Field("id", "Invalid id provided");
        }

        id = uuid.ToString();
        return await context.Users.FindAsync([id], ct) is null ? id : throw InvalidException.Field("id", "User id already exists");
    }
}
