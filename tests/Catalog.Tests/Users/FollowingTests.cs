using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Users;

public sealed class FollowingOnSqlite(SqliteFixture fixture) : FollowingBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class FollowingOnPostgreSql(PostgreSqlFixture fixture) : FollowingBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class FollowingBehaviour(CatalogFixture fixture)
{
    private CatalogHost Host => fixture.Host;

    [Fact]
    public async Task Should_follow_and_stop_following_a_dataset()
    {
        await Host.AsSysadminAsync("organization_create", new { name = "opd-diikuti" });
        await Host.AsSysadminAsync("package_create", new { name = "data-diikuti", owner_org = "opd-diikuti" });

        var first = await Host.AsUserAsync("pengikut", "follow_dataset", new { id = "data-diikuti" });
        var again = await Host.AsUserAsync("pengikut", "follow_dataset", new { id = "data-diikuti" });

        Assert.Equal(["follower_id", "object_id", "datetime"], first!.AsObject().Select(p => p.Key));
        Assert.Equal(first.ToJsonString(), again!.ToJsonString());
        Assert.True((bool)(await Host.AsUserAsync("pengikut", "am_following_dataset", new { id = "data-diikuti" }))!);
        Assert.Equal(1, (int)(await Host.AsAnonymousAsync("dataset_follower_count", new { id = "data-diikuti" }))!);
        Assert.Equal("pengikut", (string)(await Host.AsSysadminAsync("dataset_follower_list", new { id = "data-diikuti" }))![0]!["name"]!);

        Assert.Null(await Host.AsUserAsync("pengikut", "unfollow_dataset", new { id = "data-diikuti" }));
        Assert.Null(await Host.AsUserAsync("pengikut", "unfollow_dataset", new { id = "data-diikuti" }));
        Assert.False((bool)(await Host.AsUserAsync("pengikut", "am_following_dataset", new { id = "data-diikuti" }))!);
        Assert.Equal(0, (int)(await Host.AsAnonymousAsync("dataset_follower_count", new { id = "data-diikuti" }))!);
    }

    [Fact]
    public async Task Should_follow_organizations_as_groups_and_users()
    {
        await Host.AsSysadminAsync("organization_create", new { name = "opd-pengikut" });
        await Host.UserAsync("idola");

        await Host.AsUserAsync("penggemar", "follow_group", new { id = "opd-pengikut" });
        await Host.AsUserAsync("penggemar", "follow_user", new { id = "idola" });

        Assert.Equal(1, (int)(await Host.AsAnonymousAsync("organization_follower_count", new { id = "opd-pengikut" }))!);
        Assert.Equal(1, (int)(await Host.AsAnonymousAsync("user_follower_count", new { id = "idola" }))!);
        var self = await Assert.ThrowsAsync<InvalidException>(() => Host.AsUserAsync("penggemar", "follow_user", new { id = "penggemar" }));
        Assert.Equal("""{"message":"You cannot follow yourself"}""", self.Errors.ToJsonString());
    }

    [Fact]
    public async Task Should_not_tell_of_a_private_dataset()
    {
        await Host.AsSysadminAsync("organization_create", new { name = "opd-tertutup" });
        await Host.AsSysadminAsync("package_create", new { name = "data-tertutup", owner_org = "opd-tertutup", @private = true });

        var hidden = await Assert.ThrowsAsync<InvalidException>(() => Host.AsUserAsync("pengintip", "follow_dataset", new { id = "data-tertutup" }));
        var missing = await Assert.ThrowsAsync<InvalidException>(() => Host.AsUserAsync("pengintip", "follow_dataset", new { id = "tidak-ada" }));

        Assert.Equal("""{"id":["Not found: Dataset"]}""", hidden.Errors.ToJsonString());
        Assert.Equal(missing.Errors.ToJsonString(), hidden.Errors.ToJsonString());
    }

    [Fact]
    public async Task Should_ask_for_a_signed_in_user()
    {
        var follow = await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsAnonymousAsync("follow_dataset", new { id = "x" }));
        var asked = await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsAnonymousAsync("am_following_dataset", new { id = "x" }));

        Assert.Equal("Access denied: You must be logged in to follow datasets", follow.Message);
        Assert.Equal("Access denied", asked.Message);
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsUserAsync("pengintip", "user_follower_list", new { id = "pengintip" }));
    }
}
