using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.WebEncoders;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Datasets.Tables;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages;

/// <summary>The pages for people, their sign-in and what they look like.</summary>
public static class PagesModule
{
    public static IServiceCollection AddPortalPages(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddPortalSignIn();
        services.AddScoped<PageLanguage>().AddScoped<Questions>();
        services.AddScoped<TableViews>().AddScoped<ChartViews>().AddScoped<MapViews>().AddScoped<LoadViews>().AddScoped<SavedViews>();
        services.AddSingleton<CatalogLists>().AddSingleton<PageCache>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "psd_form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.HeaderName = "X-CSRFToken";
        });
        services.AddRazorPages(options =>
        {
            options.Conventions.AddPageRoute("/Datasets/ResourceForm", "/dataset/{name}/resource/new");
            options.Conventions.AddPageRoute("/Admin/UserForm", "/admin/users/new");
            options.Conventions.Add(new LanguagePrefixConvention());
            options.Conventions.ConfigureFilter(new PageProblems());
            options.Conventions.ConfigureFilter(new MustChangePasswordFilter());
        });
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RouteOptions>(options => options.AppendTrailingSlash = false);
        return services;
    }

    /// <summary>
    /// Gives every answer without a body outside the API (unknown address, refused, failed) a page of its own. Belongs early in the pipeline,
    /// before routing.
    /// </summary>
    public static IApplicationBuilder UsePortalErrorPages(this IApplicationBuilder app) =>
        app.UseWhen(
            context => !IsForMachines(context.Request.Path),
            pages => pages.UseExceptionHandler("/galat/500").UseStatusCodePagesWithReExecute("/galat/{0}"));

    public static IEndpointRouteBuilder MapPortalPages(this IEndpointRouteBuilder routes)
    {
        StaticAssets.Map(routes);
        routes.MapRazorPages();
        return routes;
    }

    private static bool IsForMachines(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/en/api") || path.StartsWithSegments("/testing");

    /// <summary>Gives every page a second address for each language that has a prefix.</summary>
    private sealed class LanguagePrefixConvention : IPageRouteModelConvention
    {
        public void Apply(PageRouteModel model)
        {
            foreach (var selector in model.Selectors.ToList())
            {
                var template = selector.AttributeRouteModel?.Template ?? "";
                foreach (var language in Language.All.Where(language => language.Prefix.Length > 0))
                {
                    model.Selectors.Add(new SelectorModel
                    {
                        AttributeRouteModel = new AttributeRouteModel { Template = $"{language.Prefix.TrimStart('/')}/{template.TrimStart('/')}".TrimEnd('/') },
                    });
                }
            }
        }
    }
}
