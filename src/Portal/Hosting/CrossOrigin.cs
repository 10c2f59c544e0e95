using Purbalingga.Catalog.Settings;

namespace Purbalingga.Portal.Hosting;

/// <summary>CKAN's CORS rules: settings <c>ckan.cors.origin_allow_all</c> and <c>ckan.cors.origin_whitelist</c>; never with credentials.</summary>
internal static class CrossOrigin
{
    private const string Methods = "POST, PUT, GET, DELETE, OPTIONS";
    private const string AllowedHeaders = "Authorization, X-CKAN-API-Key, Content-Type";

    public static IApplicationBuilder UseCrossOrigin(this IApplicationBuilder app)
    {
        var settings = app.ApplicationServices.GetRequiredService<CkanSettings>();
        return app.Use((context, next) =>
        {
            if (context.Request.Headers.Origin.Count > 0)
            {
                Allow(context, settings);
            }

            if (!HttpMethods.IsOptions(context.Request.Method))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status200OK;
            context.Response.Headers.Allow = "GET, HEAD, OPTIONS, POST";
            context.Response.ContentLength = 0;
            return Task.CompletedTask;
        });
    }

    private static void Allow(HttpContext context, CkanSettings settings)
    {
        var origin = context.Request.Headers.Origin.ToString();
        var allowed = settings.Flag("ckan.cors.origin_allow_all") ? "*" : settings.List("ckan.cors.origin_whitelist").Contains(origin) ? origin : null;
        if (allowed is null)
        {
            return;
        }

        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = allowed;
        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = AllowedHeaders;
        if (allowed != "*")
        {
            headers.Append("Vary", "Origin");
        }
    }
}
