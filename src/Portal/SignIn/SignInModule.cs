namespace Purbalingga.Portal.SignIn;

/// <summary>Signing in to the pages with a cookie.</summary>
internal static class SignInModule
{
    public static IServiceCollection AddPortalSignIn(this IServiceCollection services)
    {
        services.AddSingleton<PortalSession>();
        services.AddAuthentication(PortalSession.Scheme).AddCookie(PortalSession.Scheme, options =>
        {
            options.Cookie.Name = PortalSession.CookieName;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = PortalSession.Lifetime;
            options.SlidingExpiration = true;
            options.LoginPath = "/user/login";
        });
        return services;
    }
}
