using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Tests.Hosting;

/// <summary>The catalog as a server has it, without the web: real services, real database, a data folder of its own.</summary>
public sealed class CatalogHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _folder;

    private CatalogHost(ServiceProvider services, DirectoryInfo folder)
    {
        _services = services;
        _folder = folder;
    }

    public IServiceProvider Services => _services;

    /// <summary>The data folder.</summary>
    public string Folder => _folder.FullName;

    /// <param name="database">May be shared by several hosts, as by several nodes.</param>
    /// <param name="settings">Configuration keys, such as <c>Ckan:ckan.auth.create_unowned_dataset</c>.</param>
    /// <param name="change">Adds or replaces services.</param>
    public static async Task<CatalogHost> StartAsync(
        TestDatabase database, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("catalog-host-");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Catalog:DataPath"] = folder.FullName,
                ["Database:Engine"] = database.Engine.ToString(),
                ["Database:ConnectionString"] = database.ConnectionString,
                ["Ckan:ckan.locale_default"] = "en",
                ["DataStore:LoadUploads"] = "false", // only tests of the loader want datasets to change by themselves
            })
            .AddInMemoryCollection(settings)
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddCatalog((_, options) => database.Use(options));

        // Passwords of tests need no protection, and the real number of iterations would cost most of their time
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
        change?.Invoke(services);
        var host = new CatalogHost(services.BuildServiceProvider(validateScopes: true), folder);
        foreach (var service in host.Services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        return host;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Runs an action as the system, a sysadmin.</summary>
    /// <param name="data">Null, a <see cref="JsonObject"/>, or an object whose properties have CKAN's names.</param>
    /// <returns>What the action answers as <c>result</c>; null for JSON null.</returns>
    public async Task<JsonNode?> AsSysadminAsync(string action, object? data = null) =>
        await CallAsync(action, data, await Get<ICallerDirectory>().SystemAsync(CancellationToken.None));

    /// <inheritdoc cref="AsSysadminAsync"/>
    /// <summary>Runs an action as a caller who is not signed in.</summary>
    public Task<JsonNode?> AsAnonymousAsync(string action, object? data = null) => CallAsync(action, data, Caller.Anonymous);

    /// <inheritdoc cref="AsSysadminAsync"/>
    /// <summary>Runs an action as a user of this name; the user is made when there is none.</summary>
    public async Task<JsonNode?> AsUserAsync(string name, string action, object? data = null) =>
        await CallAsync(action, data, await UserAsync(name));

    /// <inheritdoc cref="AsSysadminAsync"/>
    /// <summary>Runs an action.</summary>
    public async Task<JsonNode?> CallAsync(string action, object? data, Caller caller)
    {
        var bytes = await Get<IActionRunner>().RunAsync(action, new ActionInput(AsObject(data)), caller, CancellationToken.None);
        return JsonNode.Parse(bytes.Span);
    }

    /// <summary>An active user of this name as a caller; made when there is none.</summary>
    public async Task<Caller> UserAsync(string name)
    {
        var id = await Get<WriteTransactions>().RunAsync(
            async (services, ct) =>
            {
                var context = services.GetRequiredService<CatalogContext>();
                if (await context.Users.Where(u => u.Name == name).Select(u => u.Id).FirstOrDefaultAsync(ct) is { } found)
                {
                    return found;
                }

                var user = new User { Id = Guid.NewGuid().ToString(), Name = name, SecurityStamp = Guid.NewGuid().ToString("N"), Email = $"{name}@example.org" };
                user.EmailKey = user.Email;
                context.Users.Add(user);
                services.GetRequiredService<PendingChanges>().UserChanged(user.Id);
                return user.Id;
            },
            CancellationToken.None);
        return await Get<ICallerDirectory>().FindByUserAsync(id, null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static JsonObject AsObject(object? data) => data switch
    {
        null => [],
        JsonObject given => given,
        _ => JsonSerializer.SerializeToNode(data)!.AsObject(),
    };
}
