using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>The way of uploaded files into the DataStore.</summary>
internal static class LoadingModule
{
    public static IServiceCollection AddLoading(this IServiceCollection services) => services
        .AddScoped<LoadOrders>()
        .AddScoped<LoadAccess>()
        .AddSingleton<LoadLedger>()
        .AddSingleton<LoadBoard>()
        .AddSingleton<TableLoader>()
        .AddSingleton<LoadBell>()
        .AddSingleton<IChangeFollower>(s => s.GetRequiredService<LoadBell>())
        .AddHostedService<LoadWorker>()
        .AddAction<ShowTableLoad>()
        .AddAction<SubmitTableLoad>()
        .AddAction<CancelTableLoad>()
        .AddAction<ShowTablePlan>()
        .AddAction<CorrectTablePlan>();
}
