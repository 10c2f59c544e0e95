using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Regions;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>The way of uploaded files into the DataStore.</summary>
internal static class LoadingModule
{
    public static IServiceCollection AddLoading(this IServiceCollection services) => services
        .AddScoped<LoadOrders>()
        .AddScoped<LoadAccess>()
        .AddScoped<LoadTask>()
        .AddScoped<LoaderJobs>()
        .AddSingleton<LoadLedger>()
        .AddSingleton<LoadBoard>()
        .AddSingleton<TableLoader>()
        .AddSingleton<RegionCodes>()
        .AddSingleton<TableProfiler>()
        .AddSingleton<TableValidator>()
        .AddSingleton<TableExaminer>()
        .AddSingleton<LoadBell>()
        .AddSingleton<IChangeFollower>(s => s.GetRequiredService<LoadBell>())
        .AddHostedService<LoadWorker>()
        .AddAction<ShowTableLoad>()
        .AddAction<SubmitTableLoad>()
        .AddAction<CancelTableLoad>()
        .AddAction<ShowTablePlan>()
        .AddAction<CorrectTablePlan>()
        .AddAction<ShowTableProfile>()
        .AddAction<ValidateTable>()
        .AddAction<SubmitXloader>()
        .AddAction<ShowXloader>()
        .AddAction<SubmitDataPusher>()
        .AddAction<ShowDataPusher>();
}
