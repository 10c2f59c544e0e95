namespace Purbalingga.Portal.ActionApi;

/// <summary>CKAN's Action API over HTTP, with its small neighbours under <c>/api</c>.</summary>
internal static class ActionApiModule
{
    public static IServiceCollection AddActionApi(this IServiceCollection services) => services
        .AddSingleton<Envelope>()
        .AddSingleton<ActionErrors>()
        .AddSingleton<RequestReader>()
        .AddSingleton<UploadReader>()
        .AddSingleton<ActionHandler>()
        .AddSingleton<UtilHandler>();

    /// <summary>Answers everything under <c>/api</c>, also with a language before it; passes all else on.</summary>
    public static IApplicationBuilder UseActionApi(this IApplicationBuilder app)
    {
        var actions = app.ApplicationServices.GetRequiredService<ActionHandler>();
        var util = app.ApplicationServices.GetRequiredService<UtilHandler>();
        return app.Use((context, next) =>
        {
            var route = ApiRoute.Of(context.Request.Path.Value ?? "");
            return route.Kind switch
            {
                ApiRouteKind.Action => actions.HandleAsync(context, route.Rest),
                ApiRouteKind.Version => SmallAnswers.VersionAsync(context, route.Rest),
                ApiRouteKind.Util => util.HandleAsync(context, route.Rest),
                ApiRouteKind.Translations => SmallAnswers.TranslationsAsync(context, route.Rest),
                ApiRouteKind.Robots => SmallAnswers.RobotsAsync(context),
                ApiRouteKind.Unknown => HtmlAnswers.WriteAsync(context, StatusCodes.Status404NotFound),
                _ => next(context),
            };
        });
    }
}
