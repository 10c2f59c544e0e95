using Purbalingga.Portal.ActionApi;
using Purbalingga.Portal.Downloads;
using Purbalingga.Portal.OpenApi;
using Purbalingga.Portal.Pages;
using Purbalingga.Portal.Testing;

namespace Purbalingga.Portal.Hosting;

/// <summary>The way of a request through the portal.</summary>
internal static class PortalPipeline
{
    public static void Use(WebApplication app)
    {
        app.UseCrossOrigin();

        // Before everything that pages need: the API is asked most
        app.UseActionApi();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UsePortalErrorPages();
        app.UseResponseCompression();
        app.UseOpenApiPage();
        app.UseRouting();
        app.UseAuthentication();
        app.MapDownloads();
        app.MapPortalPages();
        app.MapOpenApiDocument();
        if (app.Services.GetService<TestingMode>() is not null)
        {
            app.MapTestingRoutes();
        }
    }
}
