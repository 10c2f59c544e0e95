using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Users.Following;

namespace Purbalingga.Catalog.Users;

/// <summary>Users, API tokens, followers, and who a caller is.</summary>
public static class UsersModule
{
    // PBKDF2 with HMAC-SHA-512: the number that OWASP's password storage page asks for
    private const int PasswordIterations = 210_000;

    public static IServiceCollection AddUsers(this IServiceCollection services) => services
        .AddSingleton<CallerCache>()
        .AddSingleton<IChangeFollower>(s => s.GetRequiredService<CallerCache>())
        .AddSingleton<LastSeen>()
        .AddSingleton<LastSeenWriter>()
        .AddHostedService(s => s.GetRequiredService<LastSeenWriter>())
        .AddSingleton<ICallerDirectory, CallerDirectory>()
        .AddSingleton<TokenIssuer>()
        .Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordIterations)
        .AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>()
        .AddSingleton<Passwords>()
        .AddSingleton(s => new SignIn(
            s.GetRequiredService<IDbContextFactory<CatalogContext>>(), s.GetRequiredService<WriteTransactions>(), s.GetRequiredService<Passwords>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new SysadminSetup(
            s.GetRequiredService<WriteTransactions>(), s.GetRequiredService<Passwords>(), s.GetRequiredService<CkanSettings>(), s.GetRequiredService<TimeProvider>()))
        .AddScoped<SiteUser>()
        .AddScoped<NewTokens>()
        .AddScoped<UserViews>()
        .AddScoped<UserDraft>()
        .AddScoped<UserEdits>()
        .AddAction<CreateApiToken>()
        .AddAction<ListApiTokens>()
        .AddAction<RevokeApiToken>()
        .AddAction<ShowUser>()
        .AddAction<ListUsers>()
        .AddAction<AutocompleteUsers>()
        .AddAction<CreateUser>()
        .AddAction<UpdateUser>()
        .AddAction<PatchUser>()
        .AddAction<DeleteUser>()
        .AddFollowing();
}
