using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Purbalingga.Migrator;

/// <summary>Makes the next migration the first one, whatever the compiled assembly holds.</summary>
internal sealed class NoMigrations(Assembly assembly) : IMigrationsAssembly
{
    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } = new Dictionary<string, TypeInfo>();

    public ModelSnapshot? ModelSnapshot => null;

    public Assembly Assembly { get; } = assembly;

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider) =>
        throw new InvalidOperationException("There is no migration to create");

    public string? FindMigrationId(string nameOrId) => null;
}
