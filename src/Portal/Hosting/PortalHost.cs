using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using Purbalingga.Catalog;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Portal.ActionApi;
using Purbalingga.Portal.Downloads;
using Purbalingga.Portal.OpenApi;
using Purbalingga.Portal.Pages;
using Purbalingga.Portal.Testing;

namespace Purbalingga.Portal.Hosting;

/// <summary>Puts the portal together.</summary>
internal static class PortalHost
{
    private const long Mebibyte = 1 << 20;
    private const string EnvironmentPrefix = "PURBALINGGA__";

    /// <summary>The whole portal, ready to run.</summary>
    /// <exception cref="ConfigurationException">It cannot start with these settings.</exception>
    public static WebApplication Build(HostArguments arguments)
    {
        var builder = Prepare(arguments);
        builder.Services.AddHostedService<FirstStart>();
        var app = builder.Build();
        PortalPipeline.Use(app);
        return app;
    }

    /// <summary>
    /// The same services for one command, without a server. A command that only writes records tells nobody of its changes: a running server
    /// finds them in the change log.
    /// </summary>
    /// <param name="following">True for commands that work on what follows the records, such as the index.</param>
    public static WebApplication BuildForCommand(HostArguments arguments, bool following)
    {
        var builder = Prepare(arguments);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (!following)
        {
            builder.Services.RemoveAll<IChangeFollower>();
        }

        return builder.Build();
    }

    private static WebApplicationBuilder Prepare(HostArguments arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PortalHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        Configure(builder, arguments);
        var data = MakeDataFolder(builder.Configuration);
        AddLogging(builder);
        AddServer(builder);
        builder.Services.AddOptionsWithValidateOnStart<PortalOptions>().BindConfiguration(PortalOptions.Section).ValidateDataAnnotations();
        builder.Services.AddCatalog(RecordsEngine.Use);
        builder.Services.AddSingleton<CallerFactory>();
        builder.Services.AddSingleton<SampleDatasets>();
        builder.Services.AddProblemDetails();
        builder.Services.AddDataProtection().SetApplicationName("purbalingga-satu-data").PersistKeysToFileSystem(Secret(Path.Combine(data, "keys")));
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = false; // pages carry form tokens, which compression over TLS could give away
            options.MimeTypes = ["text/html"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        builder.Services.AddActionApi();
        builder.Services.AddDownloads();
        builder.Services.AddPortalPages();
        builder.Services.AddOpenApiDocument();
        if (arguments.Testing)
        {
            builder.Services.AddTestingRoutes();
        }

        return builder;
    }

    private static void Configure(WebApplicationBuilder builder, HostArguments arguments)
    {
        var configuration = builder.Configuration;
        configuration.AddEnvironmentVariables(EnvironmentPrefix);
        configuration.AddInMemoryCollection(arguments.ToConfiguration());
        var urls = SiteAddress.Listening(configuration);
        if (configuration["Ckan:ckan.site_url"] is null && configuration["Ckan:ckan:site_url"] is null)
        {
            configuration.AddInMemoryCollection([new("Ckan:ckan.site_url", SiteAddress.Public(urls))]);
        }

        if (arguments.Testing)
        {
            configuration.AddInMemoryCollection(TestingMode.Settings(urls));
        }

        builder.WebHost.UseUrls([.. urls]).PreferHostingUrls(true);
    }

    private static void AddLogging(WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(options => options.FormatterName = OneLineConsoleFormatter.FormatterName);
        builder.Services.AddSingleton<ConsoleFormatter, OneLineConsoleFormatter>();
    }

    private static void AddServer(WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel((context, kestrel) =>
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = (context.Configuration.GetValue<long?>($"{PortalOptions.Section}:{nameof(PortalOptions.MaxBodyMegabytes)}") ?? 32) * Mebibyte;
        limits.MaxRequestLineSize = 32 * 1024; // a search with many filters is a long address
        limits.MaxRequestHeadersTotalSize = 64 * 1024;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MaxConcurrentConnections = 20_000;
    });

    private static string MakeDataFolder(ConfigurationManager configuration)
    {
        var path = Path.GetFullPath(configuration["Catalog:DataPath"] is { Length: > 0 } given ? given : new CatalogOptions().DataPath);
        Directory.CreateDirectory(path);
        return path;
    }

    private static DirectoryInfo Secret(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
