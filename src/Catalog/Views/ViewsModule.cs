using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Views;

/// <summary>Saved ways to look at resources.</summary>
public static class ViewsModule
{
    public static IServiceCollection AddViews(this IServiceCollection services) => services
        .AddScoped<ViewAccess>()
        .AddAction<ListResourceViews>()
        .AddAction<ShowResourceView>()
        .AddAction<CreateResourceView>()
        .AddAction<UpdateResourceView>()
        .AddAction<DeleteResourceView>()
        .AddAction<ReorderResourceViews>()
        .AddAction<ClearResourceViews>();
}
