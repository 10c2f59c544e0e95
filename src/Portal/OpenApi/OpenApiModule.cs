using Microsoft.Net.Http.Headers;

namespace Purbalingga.Portal.OpenApi;

/// <summary>The OpenAPI document of all actions, and a page to try them on.</summary>
internal static class OpenApiModule
{
    private const string PageName = "swagger";

    public const string DocumentPath = "/openapi.json";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services
        .AddSingleton<ActionDocument>()
        .AddSingleton<OpenApiDocumentBytes>()
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(options =>
        {
            options.SwaggerDoc(OpenApiDocumentBytes.Name, new Microsoft.OpenApi.OpenApiInfo { Title = "Purbalingga Satu Data", Version = "3" });
            options.DocumentFilter<ActionDocumentFilter>();
        });

    /// <summary>The page <c>/swagger</c>; everything it needs comes from this server.</summary>
    public static IApplicationBuilder UseOpenApiPage(this IApplicationBuilder app) => app.Use(AllowStyles).UseSwaggerUI(options =>
    {
        options.RoutePrefix = PageName;
        options.DocumentTitle = "API · Purbalingga Satu Data";
        options.SwaggerEndpoint(DocumentPath, "Action API");
        options.ConfigObject.ValidatorUrl = null;
        options.ConfigObject.DocExpansion = Swashbuckle.AspNetCore.SwaggerUI.DocExpansion.None;
        options.ConfigObject.Filter = "";
    });

    // Its script puts styles into the page; scripts still come from files alone
    private static Task AllowStyles(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/" + PageName))
        {
            context.Response.Headers.ContentSecurityPolicy =
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
        }

        return next(context);
    }

    public static IEndpointRouteBuilder MapOpenApiDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(DocumentPath, (OpenApiDocumentBytes document) =>
        {
            var (bytes, tag) = document.Get();
            return Results.Bytes(bytes, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue(tag));
        }).ExcludeFromDescription();
        return routes;
    }
}
