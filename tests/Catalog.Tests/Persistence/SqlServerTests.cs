using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Migrations.SqlServer;

namespace Purbalingga.Catalog.Tests.Persistence;

/// <summary>What can be known of SQL Server without one: its scripts, its limits, and that its client finds all it needs.</summary>
public sealed class SqlServerTests : IDisposable
{
    private const int MaxKeyBytes = 900;
    private const int MaxIndexBytes = 1700;
    private const string Bridge = "Microsoft.SqlServer.Server";
    private readonly CatalogContext _context = new DesignTimeContextFactory().CreateDbContext([]);

    private IModel Model => _context.GetService<IDesignTimeModel>().Model;

    public void Dispose() => _context.Dispose();

    [Fact]
    public void Should_have_a_migration_for_every_model_change() =>
        Assert.False(_context.Database.HasPendingModelChanges(), "Run eng/add-migration NAME");

    [Fact]
    public void Should_script_all_tables_so_that_the_script_can_run_twice()
    {
        var script = _context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.All(Model.GetEntityTypes(), table => Assert.Contains($"CREATE TABLE [{table.GetTableName()}]", script, StringComparison.Ordinal));
        Assert.Contains("IF NOT EXISTS", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_reach_no_table_by_two_roads_when_rows_are_deleted() =>
        Assert.All(Model.GetEntityTypes(), start =>
        {
            var reached = new List<string>();
            Follow(start, reached);
            Assert.Equal(reached.Distinct(), reached);
        });

    [Fact]
    public void Should_keep_keys_within_what_an_index_can_hold()
    {
        foreach (var table in Model.GetEntityTypes())
        {
            Assert.InRange(table.FindPrimaryKey()!.Properties.Sum(Bytes), 1, MaxKeyBytes);
            Assert.All(table.GetIndexes(), index => Assert.InRange(index.Properties.Sum(Bytes), 1, MaxIndexBytes));
        }
    }

    [Fact]
    public void Should_build_commands_with_parameters()
    {
        var (name, since) = ("padi", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var sql = _context.Datasets.Where(d => d.Name == name && d.MetadataModified > since).ToQueryString();

        Assert.Contains("DECLARE @name nvarchar(100) = N'padi'", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_find_everything_that_its_client_wants_from_the_bridge()
    {
        var client = typeof(SqlParameter).Assembly;
        var bridge = Assembly.Load(client.GetReferencedAssemblies().Single(a => a.Name == Bridge));
        using var file = File.OpenRead(client.Location);
        using var portable = new PEReader(file);
        var metadata = portable.GetMetadataReader();

        var wanted = metadata.TypeReferences.Where(t => IsOfBridge(metadata, t)).ToList();

        Assert.NotEmpty(wanted);
        Assert.All(wanted, type => Assert.NotNull(bridge.GetType(NameOf(metadata, type))));
        Assert.All(
            metadata.MemberReferences.Select(metadata.GetMemberReference).Where(m => m.Parent.Kind == HandleKind.TypeReference && wanted.Contains((TypeReferenceHandle)m.Parent)),
            member => Assert.NotEmpty(bridge.GetType(NameOf(metadata, (TypeReferenceHandle)member.Parent))!.GetMember(metadata.GetString(member.Name))));
    }

    private static bool IsOfBridge(MetadataReader metadata, TypeReferenceHandle handle) =>
        metadata.GetTypeReference(handle).ResolutionScope is { Kind: HandleKind.AssemblyReference } scope
        && metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == Bridge;

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static void Follow(IEntityType table, List<string> reached)
    {
        reached.Add(table.GetTableName()!);
        foreach (var key in table.GetReferencingForeignKeys().Where(k => k.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull))
        {
            Follow(key.DeclaringEntityType, reached);
        }
    }

    private static int Bytes(IProperty property) => property.ClrType == typeof(string) ? 2 * (property.GetMaxLength() ?? 8000) : 8;
}
