using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Migrator;

/// <summary>Writes a migration of one engine into the source folder of its migrations assembly.</summary>
internal sealed class EngineScaffolder
{
    private readonly CatalogContext _context;
    private readonly Assembly _migrations;
    private readonly string _folder;

    /// <param name="root">Root of the repository.</param>
    public EngineScaffolder(CatalogContext context, string root)
    {
        _context = context;
        _migrations = context.GetService<IMigrationsAssembly>().Assembly;
        var project = _migrations.GetName().Name!["Purbalingga.".Length..];
        _folder = Path.Combine(root, "src", project, "Migrations");
    }

    /// <summary>Adds what the model has more than the last migration.</summary>
    /// <returns>The file written.</returns>
    public string Add(string name) => Write(name, services => { });

    /// <summary>Replaces all migrations by one, under the same identifier as the first one there, so that its files keep their names.</summary>
    /// <returns>The file written.</returns>
    public string Renew(string name)
    {
        var id = _context.Database.GetMigrations().FirstOrDefault();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        return Write(name, services =>
        {
            services.AddScoped<IMigrationsAssembly, NoMigrations>(_ => new NoMigrations(_migrations));
            if (id is not null)
            {
                services.AddSingleton<IMigrationsIdGenerator>(new FixedId(id));
            }
        });
    }

    private string Write(string name, Action<IServiceCollection> change)
    {
        var services = new ServiceCollection();
        services.AddDbContextDesignTimeServices(_context).AddEntityFrameworkDesignTimeServices();
        ProviderServices().ConfigureDesignTimeServices(services);
        change(services);
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
        var migration = scaffolder.ScaffoldMigration(name, _migrations.GetName().Name!, "Migrations", "C#", dryRun: false);
        return scaffolder.Save(Path.GetDirectoryName(_folder)!, migration, _folder, dryRun: false).MigrationFile!;
    }

    private IDesignTimeServices ProviderServices()
    {
        var provider = Assembly.Load(_context.Database.ProviderName!);
        var type = provider.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName;
        return (IDesignTimeServices)Activator.CreateInstance(provider.GetType(type, throwOnError: true)!)!;
    }
}
