using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Activities;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.DataStore.Loading;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Resources;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Storage;
using Purbalingga.Catalog.Tags;
using Purbalingga.Catalog.Users;
using Purbalingga.Catalog.Views;

namespace Purbalingga.Catalog.Persistence;

/// <summary>The records of the catalog: one model, migrated on SQLite, PostgreSQL and SQL Server.</summary>
public sealed class CatalogContext(DbContextOptions<CatalogContext> options) : DbContext(options)
{
    public DbSet<Dataset> Datasets => Set<Dataset>();

    public DbSet<DatasetExtra> DatasetExtras => Set<DatasetExtra>();

    public DbSet<DatasetTag> DatasetTags => Set<DatasetTag>();

    public DbSet<DatasetDocument> Documents => Set<DatasetDocument>();

    public DbSet<DatasetRelationship> Relationships => Set<DatasetRelationship>();

    public DbSet<Collaborator> Collaborators => Set<Collaborator>();

    public DbSet<Resource> Resources => Set<Resource>();

    public DbSet<ResourceView> ResourceViews => Set<ResourceView>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<Vocabulary> Vocabularies => Set<Vocabulary>();

    public DbSet<Group> Groups => Set<Group>();

    public DbSet<GroupExtra> GroupExtras => Set<GroupExtra>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<User> Users => Set<User>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<Follow> Follows => Set<Follow>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<TaskStatusRecord> TaskStatuses => Set<TaskStatusRecord>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<StoredFileRecord> Files => Set<StoredFileRecord>();

    public DbSet<TableInspection> TableInspections => Set<TableInspection>();

    public DbSet<TableLoadRecord> TableLoads => Set<TableLoadRecord>();

    public DbSet<ChangeLogEntry> Changes => Set<ChangeLogEntry>();

    public DbSet<ChangeClock> Clocks => Set<ChangeClock>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CatalogContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        if (BinaryCollation.Of(Database.ProviderName) is { } collation)
        {
            configurationBuilder.Properties<string>().UseCollation(collation);
        }
    }
}
