using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Tests.Hosting;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Tests.Users;

public sealed class CallerDirectoryOnSqlite(SqliteFixture fixture) : CallerDirectoryBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class CallerDirectoryOnPostgreSql(PostgreSqlFixture fixture) : CallerDirectoryBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class CallerDirectoryBehaviour(CatalogFixture fixture)
{
    private CatalogHost Host => fixture.Host;

    [Fact]
    public async Task Should_know_a_new_membership_at_once()
    {
        var before = await Host.UserAsync("anggota-baru");
        var organization = await OrganizationAsync("opd-anggota");

        await MemberAsync(organization, "user", before.UserId!, "editor");

        var after = await Host.UserAsync("anggota-baru");
        Assert.Empty(before.Capacities);
        Assert.Equal("editor", after.Capacities[organization]);
        Assert.Contains("member-" + organization, after.Labels);
        Assert.True(after.May(organization, "create_dataset"));
    }

    [Fact]
    public async Task Should_let_the_admin_of_a_parent_rule_its_children_and_theirs()
    {
        var user = await Host.UserAsync("admin-induk");
        var (parent, child, grandchild) = (await OrganizationAsync("induk"), await OrganizationAsync("anak"), await OrganizationAsync("cucu"));
        await MemberAsync(child, "group", parent, "public");
        await MemberAsync(grandchild, "group", child, "public");
        await MemberAsync(parent, "user", user.UserId!, "admin");
        await MemberAsync(child, "user", user.UserId!, "member");

        var caller = await Host.UserAsync("admin-induk");

        Assert.Equal("admin", caller.Capacities[child]);
        Assert.Equal("admin", caller.Capacities[grandchild]);
    }

    [Fact]
    public async Task Should_not_let_an_editor_cascade_unless_the_setting_says_so()
    {
        var user = await Host.UserAsync("editor-induk");
        var (parent, child) = (await OrganizationAsync("induk-editor"), await OrganizationAsync("anak-editor"));
        await MemberAsync(child, "group", parent, "public");
        await MemberAsync(parent, "user", user.UserId!, "editor");
        Assert.False((await Host.UserAsync("editor-induk")).Capacities.ContainsKey(child));

        await WithAsync("ckan.auth.roles_that_cascade_to_sub_groups", "admin editor", async () =>
            Assert.Equal("editor", (await Host.UserAsync("editor-induk")).Capacities[child]));
    }

    [Fact]
    public async Task Should_end_when_organizations_are_parents_of_each_other()
    {
        var user = await Host.UserAsync("admin-lingkar");
        var (one, two) = (await OrganizationAsync("lingkar-satu"), await OrganizationAsync("lingkar-dua"));
        await MemberAsync(one, "group", two, "public");
        await MemberAsync(two, "group", one, "public");
        await MemberAsync(one, "user", user.UserId!, "admin");

        var caller = await Host.UserAsync("admin-lingkar");

        Assert.Equal([one, two], caller.Capacities.Keys.Order(StringComparer.Ordinal).ToArray().Intersect([one, two]).OrderBy(id => id == one ? 0 : 1));
    }

    [Fact]
    public async Task Should_count_collaborations_only_where_they_are_allowed()
    {
        var user = await Host.UserAsync("kolaborator");
        var dataset = Guid.NewGuid().ToString();
        await ChangeAsync((context, pending) =>
        {
            context.Datasets.Add(new Dataset { Id = dataset, Name = "data-kolaborasi" });
            context.Collaborators.Add(new Collaborator { DatasetId = dataset, UserId = user.UserId!, Capacity = "editor" });
            pending.UserChanged(user.UserId!);
        });
        Assert.Empty((await Host.UserAsync("kolaborator")).Collaborations);

        await WithAsync("ckan.auth.allow_dataset_collaborators", "true", async () =>
            Assert.Equal("editor", (await Host.UserAsync("kolaborator")).Collaborations[dataset]));
    }

    [Fact]
    public async Task Should_take_a_deleted_user_as_anonymous_at_once()
    {
        var user = await Host.UserAsync("akan-dihapus");
        var token = await Host.Get<TokenIssuer>().IssueAsync("akan-dihapus", "uji", null, readOnly: false, CancellationToken.None);
        var directory = Host.Get<ICallerDirectory>();
        Assert.False((await directory.FindByTokenAsync(token, CancellationToken.None)).IsAnonymous);

        await Host.AsSysadminAsync("user_delete", new { id = "akan-dihapus" });

        Assert.True((await directory.FindByTokenAsync(token, CancellationToken.None)).IsAnonymous);
        Assert.True((await directory.FindByUserAsync(user.UserId!, null, CancellationToken.None)).IsAnonymous);
    }

    [Fact]
    public async Task Should_end_sessions_that_were_made_before_the_password_changed()
    {
        var user = await Host.UserAsync("ganti-sandi");
        var before = await StampAsync(user.UserId!);
        var directory = Host.Get<ICallerDirectory>();
        Assert.False((await directory.FindByUserAsync(user.UserId!, before, CancellationToken.None)).IsAnonymous);

        await Host.CallAsync("user_patch", new { id = user.UserId, password = "sandi-baru-9" }, user);

        Assert.True((await directory.FindByUserAsync(user.UserId!, before, CancellationToken.None)).IsAnonymous);
        Assert.False((await directory.FindByUserAsync(user.UserId!, await StampAsync(user.UserId!), CancellationToken.None)).IsAnonymous);
    }

    [Fact]
    public async Task Should_make_one_site_user_whoever_asks_first()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Host.Get<ICallerDirectory>().SystemAsync(CancellationToken.None))));

        Assert.Single(asked.Select(caller => caller.UserId).Distinct());
        Assert.All(asked, caller => Assert.True(caller.IsSysadmin));
        Assert.Equal("default", asked[0].Name);
    }

    private async Task<string> StampAsync(string userId)
    {
        await using var context = fixture.Database.Open();
        return (await context.Users.FindAsync(userId))!.SecurityStamp;
    }

    private async Task<string> OrganizationAsync(string name)
    {
        var id = Guid.NewGuid().ToString();
        await ChangeAsync((context, pending) =>
        {
            context.Groups.Add(new Group { Id = id, Name = name, IsOrganization = true, Type = "organization" });
            pending.GroupChanged(id);
        });
        return id;
    }

    private Task MemberAsync(string groupId, string table, string tableId, string capacity) => ChangeAsync((context, pending) =>
    {
        context.Members.Add(new Member { Id = Guid.NewGuid().ToString(), GroupId = groupId, TableName = table, TableId = tableId, Capacity = capacity });
        pending.GroupChanged(groupId);
    });

    private async Task ChangeAsync(Action<CatalogContext, PendingChanges> change) => await Host.Get<WriteTransactions>().RunAsync(
        (services, _) =>
        {
            change(services.GetRequiredService<CatalogContext>(), services.GetRequiredService<PendingChanges>());
            return ValueTask.FromResult(true);
        },
        CancellationToken.None);

    private async Task WithAsync(string key, string value, Func<Task> test)
    {
        var settings = Host.Get<CkanSettings>();
        settings.SetForTesting(new Dictionary<string, string> { [key] = value });
        try
        {
            await test();
        }
        finally
        {
            settings.SetForTesting(new Dictionary<string, string>());
        }
    }
}
