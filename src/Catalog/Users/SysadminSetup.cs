using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Users;

/// <summary>Makes sysadmins at first start and from the command line, with a password that is shown once and must be changed.</summary>
public sealed class SysadminSetup
{
    /// <summary>Name of the sysadmin of the first start.</summary>
    public const string FirstName = "admin";

    private readonly WriteTransactions _transactions;
    private readonly Passwords _passwords;
    private readonly CkanSettings _settings;
    private readonly TimeProvider _clock;

    internal SysadminSetup(WriteTransactions transactions, Passwords passwords, CkanSettings settings, TimeProvider clock)
    {
        _transactions = transactions;
        _passwords = passwords;
        _settings = settings;
        _clock = clock;
    }

    /// <summary>Makes the first sysadmin when there is none but the site user.</summary>
    /// <returns>Its one-time password; null when there was a sysadmin already.</returns>
    public ValueTask<string?> EnsureFirstAsync(CancellationToken ct)
    {
        var password = PasswordRules.New();
        var hash = _passwords.Hash(password);
        var siteId = _settings.Get("ckan.site_id");
        return _transactions.RunAsync(
            async (services, token) =>
            {
                var users = services.GetRequiredService<CatalogContext>().Users;
                if (await users.AnyAsync(u => u.IsSysadmin && u.State == RecordState.Active && u.Name != siteId, token))
                {
                    return null;
                }

                var made = await MakeAsync(services, FirstName, null, hash, token);
                return made ? password : null;
            },
            ct);
    }

    /// <summary>Makes a new sysadmin, or a sysadmin of an existing user.</summary>
    /// <param name="email">Of a new user; null keeps an existing one's.</param>
    /// <returns>The one-time password of a new user; null for one that was there: it keeps its own.</returns>
    /// <exception cref="InvalidException">Name or e-mail address do not hold, or the address is another user's.</exception>
    public ValueTask<string?> AddAsync(string name, string? email, CancellationToken ct)
    {
        var errors = new FieldErrors();
        errors.Add("name", NameRules.Errors(name));
        if (email is not null && !NameRules.IsEmail(email))
        {
            errors.Add("email", $"Email {email} is not a valid format");
        }

        errors.ThrowIfAny();
        var password = PasswordRules.New();
        var hash = _passwords.Hash(password);
        return _transactions.RunAsync(async (services, token) => await MakeAsync(services, name, email, hash, token) ? password : null, ct);
    }

    /// <returns>True when the user is new.</returns>
    private async Task<bool> MakeAsync(IServiceProvider services, string name, string? email, string hash, CancellationToken ct)
    {
        var context = services.GetRequiredService<CatalogContext>();
        var key = email?.ToLowerInvariant();
        if (key is not null && await context.Users.AnyAsync(u => u.EmailKey == key && u.Name != name && u.State == RecordState.Active, ct))
        {
            throw InvalidException.Field("email", $"The email address '{key}' belongs to a registered user.");
        }

        var user = await context.Users.FirstOrDefaultAsync(u => u.Name == name, ct);
        var isNew = user is null;
        if (user is null)
        {
            user = new User
            {
                Id = Guid.NewGuid().ToString(),
                Name = name,
                Created = _clock.Now(),
                PasswordHash = hash,
                MustChangePassword = true,
                SecurityStamp = SecurityStamps.New(),
            };
            context.Users.Add(user);
        }

        user.IsSysadmin = true;
        user.State = RecordState.Active;
        user.SecurityStamp = SecurityStamps.New();
        user.Email = email ?? user.Email;
        user.EmailKey = key ?? user.EmailKey;
        services.GetRequiredService<PendingChanges>().UserChanged(user.Id);
        return isNew;
    }
}
