using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Users;

/// <summary>Users, API tokens, followers, and who a caller is.</summary>
public static class UsersModule
{
    public static IServiceCollection AddUsers(this IServiceCollection services) => services
        .AddSingleton<CallerCache>()
        .AddSingleton<IChangeFollower>(s => s.GetRequiredService<CallerCache>())
        .AddSingleton<LastSeen>()
        .AddSingleton<LastSeenWriter>()
        .AddHostedService(s => s.GetRequiredService<LastSeenWriter>())
        .AddSingleton<ICallerDirectory, CallerDirectory>()
        .AddSingleton<TokenIssuer>()
        .AddScoped<SiteUser>()
        .AddScoped<NewTokens>()
        .AddAction<CreateApiToken>()
        .AddAction<ListApiTokens>()
        .AddAction<RevokeApiToken>();
}
