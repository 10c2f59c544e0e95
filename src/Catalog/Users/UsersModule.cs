using Microsoft.Extensions.DependencyInjection;

namespace Purbalingga.Catalog.Users;

/// <summary>Users, API tokens, followers, and who a caller is.</summary>
public static class UsersModule
{
    public static IServiceCollection AddUsers(this IServiceCollection services) => services;
}
