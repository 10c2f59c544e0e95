using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Resources;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Tags;
using Purbalingga.Catalog.Tests.Hosting;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Tests.Persistence;

public sealed class CatalogDatabaseOnSqlite(SqliteFixture fixture) : CatalogDatabaseBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class CatalogDatabaseOnPostgreSql(PostgreSqlFixture fixture) : CatalogDatabaseBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class CatalogDatabaseBehaviour(CatalogFixture fixture)
{
    private static readonly DateTime Time = new DateTime(2026, 11, 24, 7, 8, 9, DateTimeKind.Utc).AddMicroseconds(123456);

    [Fact]
    public async Task Should_empty_everything_but_one_user_one_token_and_the_change_log()
    {
        var follower = new RecordingFollower();
        await using var database = await fixture.CreateDatabaseAsync();
        await using var host = await CatalogHost.StartAsync(database, change: s => s.AddSingleton<IChangeFollower>(follower));
        await Write.RunAsync(host, (context, pending, _) =>
        {
            Fill(context);
            pending.GroupChanged("opd");
            return Task.CompletedTask;
        });

        await host.Get<CatalogDatabase>().ClearAsync("keeper", "kept", CancellationToken.None);

        await using var after = database.Open();
        Assert.Equal("keeper", (await after.Users.SingleAsync()).Id);
        Assert.Equal("kept", (await after.ApiTokens.SingleAsync()).Id);
        Assert.Equal([ChangeKind.GroupChanged, ChangeKind.Reset], await after.Changes.OrderBy(c => c.Sequence).Select(c => c.Kind).ToListAsync());
        Assert.Equal(2, (await after.Clocks.SingleAsync()).Value);
        Assert.Equal([1, 2], follower.Seen.Select(c => c.Sequence));
        Assert.False(await after.Settings.AnyAsync(s => s.Key == "ckan.site_title"));

        // Settings aside: the server notes there by itself for which address it rendered
        Assert.Equal(0, await CountRowsAsync(after, typeof(User), typeof(ApiToken), typeof(Setting), typeof(ChangeLogEntry), typeof(ChangeClock)));
    }

    [Fact]
    public async Task Should_keep_no_token_when_none_is_named()
    {
        await using var database = await fixture.CreateDatabaseAsync();
        await using var host = await CatalogHost.StartAsync(database);
        await Write.RunAsync(host, (context, _, _) =>
        {
            Fill(context);
            return Task.CompletedTask;
        });

        await host.Get<CatalogDatabase>().ClearAsync("keeper", null, CancellationToken.None);

        await using var after = database.Open();
        Assert.Equal((1, 0), (await after.Users.CountAsync(), await after.ApiTokens.CountAsync()));
    }

    [Fact]
    public async Task Should_sort_and_compare_text_by_code_points()
    {
        await using var context = fixture.Database.Open();
        string[] names = ["Zebra", "air", "Air", "_x", "-y", "9", "zebra", "Ángel", "ékor", "a b", "ab"];
        context.Tags.AddRange(names.Select(n => Tag.Create(n, null)));
        await context.SaveChangesAsync();

        var sorted = await context.Tags.Where(t => names.Contains(t.Name)).OrderBy(t => t.Name).Select(t => t.Name).ToListAsync();

        Assert.Equal(names.Order(StringComparer.Ordinal), sorted);
        Assert.Equal("Air", await context.Tags.Where(t => t.Name == "Air").Select(t => t.Name).SingleAsync());
    }

    [Fact]
    public async Task Should_give_times_back_as_utc_to_the_microsecond()
    {
        await using (var context = fixture.Database.Open())
        {
            context.Groups.Add(new Group { Id = "waktu", Name = "waktu", Created = Time });
            await context.SaveChangesAsync();
        }

        await using var again = fixture.Database.Open();
        var read = (await again.Groups.SingleAsync(g => g.Id == "waktu")).Created;
        Assert.Equal((Time, DateTimeKind.Utc), (read, read.Kind));
        Assert.True(await again.Groups.AnyAsync(g => g.Id == "waktu" && g.Created > Time.AddMicroseconds(-1) && g.Created < Time.AddMicroseconds(1)));
    }

    private static void Fill(CatalogContext context)
    {
        context.Users.AddRange(
            new User { Id = "keeper", Name = "keeper", SecurityStamp = "s" },
            new User { Id = "other", Name = "other", SecurityStamp = "s" });
        context.ApiTokens.AddRange(
            new ApiToken { Id = "kept", Name = "kept", UserId = "keeper", Hash = "1" },
            new ApiToken { Id = "second", Name = "second", UserId = "keeper", Hash = "2" },
            new ApiToken { Id = "third", Name = "third", UserId = "other", Hash = "3" });
        context.Groups.Add(new Group { Id = "opd", Name = "opd", IsOrganization = true, Extras = [new GroupExtra { GroupId = "opd", Key = "k" }] });
        context.Members.Add(new Member { Id = "m", GroupId = "opd", TableName = "user", TableId = "keeper", Capacity = "admin" });
        var tag = Tag.Create("padi", null);
        context.Datasets.AddRange(
            new Dataset
            {
                Id = "d",
                Name = "d",
                OwnerOrg = "opd",
                Extras = [new DatasetExtra { DatasetId = "d", Key = "k" }],
                Tags = [new DatasetTag { DatasetId = "d", TagId = tag.Id, Tag = tag }],
                Resources = [new Resource { Id = "r", DatasetId = "d" }],
            },
            new Dataset { Id = "e", Name = "e" });
        context.Relationships.Add(new DatasetRelationship { Id = "rel", SubjectId = "d", ObjectId = "e", Type = "depends_on" });
        context.Collaborators.Add(new Collaborator { DatasetId = "d", UserId = "other", Capacity = "editor" });
        context.Follows.Add(new Follow { FollowerId = "other", ObjectId = "d", ObjectType = "dataset" });
        context.Settings.Add(new Setting { Key = "ckan.site_title", Value = "x" });
    }

    private static async Task<int> CountRowsAsync(CatalogContext context, params Type[] without)
    {
        var rows = 0;
        foreach (var table in context.Model.GetEntityTypes().Where(t => !without.Contains(t.ClrType)))
        {
            var count = $"SELECT COUNT(*) AS \"Value\" FROM \"{table.GetTableName()}\"";
            rows += await context.Database.SqlQueryRaw<int>(count).SingleAsync();
        }

        return rows;
    }
}
