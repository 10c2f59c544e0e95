using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Users;

/// <summary>CKAN's schema of users: reads what a caller sent into a user, all errors at once.</summary>
internal sealed class UserDraft(CatalogContext context, CkanSettings settings, Passwords passwords, GroupImageUpload images)
{
    private const int MaxEmailLength = 320;

    /// <summary>What <c>user_create</c>, <c>user_update</c> and <c>user_patch</c> read.</summary>
    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("name", "string", false, "Login name: 2 to 100 of a-z, 0-9, - and _; required for a new user.", "\"operator-dinkes\""),
        new("email", "string", false, "E-mail address, unique among users; required except in a patch.", "\"operator@example.go.id\""),
        new("password", "string", false, "At least 8 characters; required for a new user."),
        new("fullname", "string", false, "Name that people see.", "\"Operator Dinas Kesehatan\""),
        new("about", "string", false, "A few words about the user, without links."),
        new("image_url", "string", false, "Address of a picture."),
        new("image_upload", "file", false, "The picture as a file: PNG, GIF, JPEG or WebP."),
        new("clear_upload", "boolean", false, "true: take the picture away."),
        new("activity_streams_email_notifications", "boolean", false),
        new("sysadmin", "boolean", false, "Sysadmins only; ignored from others."),
        new("state", "string", false, "active, deleted or pending; sysadmins only, ignored from others."),
        new("password_hash", "string", false, "In place of password: a hash that was made by CKAN or by this server; sysadmins only."),
        new("plugin_extras", "object", false, "Any JSON object, kept for extensions; sysadmins only."),
    ];

    /// <summary>Checks the input and writes it into the user.</summary>
    /// <param name="user">A new one, or one that is being changed; keys that are missing stay as they are.</param>
    /// <exception cref="InvalidException">With all that is wrong.</exception>
    public async Task FillAsync(User user, ActionInput input, Caller caller, bool isNew, CancellationToken ct)
    {
        var data = input.Data;
        var errors = new FieldErrors();
        await FillNameAsync(user, data, caller, isNew, errors, ct);
        await FillEmailAsync(user, data, errors, ct);
        FillPassword(user, data, caller, isNew, errors);
        FillAbout(user, data, errors);
        FillRights(user, data, caller, isNew, errors);
        user.Fullname = data.ContainsKey("fullname") ? FieldText.Of(data["fullname"]) : user.Fullname;
        user.ImageUrl = images.Read(input, user.ImageUrl, errors) ?? user.ImageUrl;
        user.ActivityStreamsEmailNotifications = data.ContainsKey("activity_streams_email_notifications")
            ? InputValues.Flag(data["activity_streams_email_notifications"]) : user.ActivityStreamsEmailNotifications;
        errors.ThrowIfAny();
    }

    private async Task FillNameAsync(User user, JsonObject data, Caller caller, bool isNew, FieldErrors errors, CancellationToken ct)
    {
        var node = data["name"];
        if (node is null || FieldText.Of(node) is "")
        {
            if (isNew || data.ContainsKey("name"))
            {
                errors.Add("name", "Missing value");
            }

            return;
        }

        if (node.GetValueKind() != JsonValueKind.String)
        {
            errors.Add("name", "Names must be strings");
            return;
        }

        var name = node.GetValue<string>();
        if (!isNew && name == user.Name)
        {
            return;
        }

        errors.Add("name", NameRules.Errors(name));
        if (await context.Users.AnyAsync(u => u.Id != user.Id && (u.Name == name || u.Id == name), ct))
        {
            errors.Add("name", "The username is already associated with another account. Please use a different username.");
        }
        else if (!isNew && !caller.IsSysadmin && user.State != RecordState.Pending)
        {
            errors.Add("name", "That login name can not be modified.");
        }

        user.Name = name;
    }

    private async Task FillEmailAsync(User user, JsonObject data, FieldErrors errors, CancellationToken ct)
    {
        var email = FieldText.Of(data["email"]);
        if (string.IsNullOrEmpty(email))
        {
            errors.Add("email", "Missing value");
            return;
        }

        if (!NameRules.IsEmail(email) || email.Length > MaxEmailLength)
        {
            errors.Add("email", $"Email {email} is not a valid format");
            return;
        }

        var key = email.ToLowerInvariant();
        if (await context.Users.AnyAsync(u => u.EmailKey == key && u.Id != user.Id && u.State == RecordState.Active, ct))
        {
            errors.Add("email", $"The email address '{key}' belongs to a registered user.");
        }

        user.Email = email;
        user.EmailKey = key;
    }

    private void FillPassword(User user, JsonObject data, Caller caller, bool isNew, FieldErrors errors)
    {
        if (caller.IsSysadmin && FieldText.Of(data["password_hash"]) is { Length: > 0 } hash)
        {
            if (!Passwords.IsHash(hash))
            {
                errors.Add("password_hash", "Not a password hash that is understood here");
                return;
            }

            SetPassword(user, hash);
            return;
        }

        var node = data["password"];
        if (node is null || FieldText.Of(node) is "")
        {
            if (isNew)
            {
                errors.Add("password", "Missing value");
            }

            return;
        }

        if (node.GetValueKind() != JsonValueKind.String)
        {
            errors.Add("password", "Passwords must be strings");
            return;
        }

        var password = node.GetValue<string>();
        if (PasswordRules.Error(password) is { } error)
        {
            errors.Add("password", error);
        }
        else if (!errors.Any)
        {
            SetPassword(user, passwords.Hash(password));
        }
    }

    private static void SetPassword(User user, string hash)
    {
        user.PasswordHash = hash;
        user.MustChangePassword = false;
        user.FailedSignIns = 0;
        user.LockedUntil = null;
        user.SecurityStamp = SecurityStamps.New();
    }

    private static void FillAbout(User user, JsonObject data, FieldErrors errors)
    {
        if (!data.ContainsKey("about"))
        {
            return;
        }

        user.About = FieldText.Of(data["about"]);
        if (user.About is { } about && (about.Contains("http://", StringComparison.Ordinal) || about.Contains("https://", StringComparison.Ordinal)))
        {
            errors.Add("about", "Edit not allowed as it looks like spam. Please avoid links in your description.");
        }
    }

    private void FillRights(User user, JsonObject data, Caller caller, bool isNew, FieldErrors errors)
    {
        if (!caller.IsSysadmin)
        {
            return;
        }

        if (data.ContainsKey("sysadmin") && InputValues.Flag(data["sysadmin"]) is var sysadmin && sysadmin != user.IsSysadmin)
        {
            if (!isNew && user.Name == settings.Get("ckan.site_id"))
            {
                errors.Add("sysadmin", "Cannot modify sysadmin privileges for system user");
            }
            else if (!isNew && user.Id == caller.UserId)
            {
                errors.Add("sysadmin", "Cannot modify your own sysadmin privileges");
            }

            user.IsSysadmin = sysadmin;
            user.SecurityStamp = SecurityStamps.New();
        }

        if (FieldText.Of(data["state"]) is { Length: > 0 } state && state != user.State)
        {
            if (state is not (RecordState.Active or RecordState.Deleted or RecordState.Pending))
            {
                errors.Add("state", "Value must be one of ['active', 'deleted', 'pending']");
            }

            user.State = state;
            user.SecurityStamp = SecurityStamps.New();
        }

        if (data["plugin_extras"] is JsonObject extras)
        {
            user.PluginExtrasJson = extras.ToJsonString(CatalogJson.Options);
        }
    }
}
