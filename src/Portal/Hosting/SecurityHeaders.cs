namespace Purbalingga.Portal.Hosting;

/// <summary>Headers that keep browsers from doing what a page does not need.</summary>
internal static class SecurityHeaders
{
    /// <summary>Pages: own scripts and styles from files only, nothing inline, pictures also from elsewhere (logos by address).</summary>
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ";

    /// <summary>Lets other sites put this one answer into a frame.</summary>
    public static void AllowFrames(HttpResponse response) => response.Headers.ContentSecurityPolicy = Policy + "*";

    /// <summary>Set when the answer starts, so that an error page, which clears what was set before, has them too.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state => Set((HttpResponse)state), context.Response);
        return next(context);
    });

    private static Task Set(HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Policy + "'self'";
        }

        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (response.HttpContext.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        return Task.CompletedTask;
    }
}
