using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Tests.Hosting;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Tests.Users;

public sealed class ApiTokensOnSqlite(SqliteFixture fixture) : ApiTokenBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class ApiTokensOnPostgreSql(PostgreSqlFixture fixture) : ApiTokenBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract partial class ApiTokenBehaviour(CatalogFixture fixture)
{
    private CatalogHost Host => fixture.Host;

    [Fact]
    public async Task Should_know_the_owner_of_a_token()
    {
        await Host.UserAsync("pemilik-token");
        var token = await NewTokenAsync("pemilik-token");

        var caller = await CallerOfAsync(token);

        Assert.Equal("pemilik-token", caller.Name);
        Assert.False(caller.IsSysadmin);
        Assert.False(caller.IsReadOnly);
    }

    [Fact]
    public async Task Should_look_like_a_JSON_Web_Token_that_begins_with_our_own_mark()
    {
        await Host.UserAsync("bentuk-token");
        var first = await NewTokenAsync("bentuk-token");
        var second = await NewTokenAsync("bentuk-token");

        Assert.Matches(JsonWebToken(), first);
        Assert.StartsWith("eyJ0eXAiOiJwdXJiYWxpbmdnYS10b2tlbiIsInYiOjF9.", first, StringComparison.Ordinal);
        Assert.NotEqual(first.Split('.')[2], second.Split('.')[2]);
    }

    [Fact]
    public async Task Should_keep_only_the_hash_of_a_token()
    {
        await Host.UserAsync("hash-token");
        var token = await NewTokenAsync("hash-token");

        await using var context = fixture.Database.Open();
        var stored = await context.ApiTokens.Include(t => t.User).SingleAsync(t => t.User!.Name == "hash-token");

        Assert.Equal(TokenText.HashOf(token), stored.Hash);
        Assert.DoesNotContain(token.Split('.')[2], stored.Id + stored.Name + stored.Scope, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bukan-token-yang-sah")]
    [InlineData("eyJ0eXAiOiJwdXJiYWxpbmdnYS10b2tlbiIsInYiOjF9.e30.AAAA")]
    public async Task Should_take_an_unknown_token_as_anonymous(string token) => Assert.True((await CallerOfAsync(token)).IsAnonymous);

    [Fact]
    public async Task Should_not_take_a_changed_token()
    {
        await Host.UserAsync("token-diubah");
        var token = await NewTokenAsync("token-diubah");
        var changed = token[..^1] + (token[^1] == 'A' ? 'B' : 'A');

        Assert.True((await CallerOfAsync(changed)).IsAnonymous);
    }

    [Fact]
    public async Task Should_forget_a_revoked_token_at_once()
    {
        var owner = await Host.UserAsync("token-dicabut");
        var token = await NewTokenAsync("token-dicabut");
        Assert.False((await CallerOfAsync(token)).IsAnonymous);

        await Host.CallAsync("api_token_revoke", new { token }, owner);

        Assert.True((await CallerOfAsync(token)).IsAnonymous);
    }

    [Fact]
    public async Task Should_not_say_whether_a_foreign_token_exists()
    {
        await Host.UserAsync("korban");
        var stranger = await Host.UserAsync("orang-lain");
        var made = await Host.AsSysadminAsync("api_token_create", new { user = "korban", name = "uji" });

        var known = await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.CallAsync("api_token_revoke", new { jti = (string)made!["id"]! }, stranger));
        var unknown = await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.CallAsync("api_token_revoke", new { jti = "tidak-ada" }, stranger));

        Assert.Equal(unknown.Message, known.Message);
        Assert.False((await CallerOfAsync((string)made!["token"]!)).IsAnonymous);
    }

    [Fact]
    public async Task Should_let_a_read_only_token_read_and_nothing_else()
    {
        await Host.UserAsync("hanya-baca");
        var made = await Host.AsSysadminAsync("api_token_create", new { user = "hanya-baca", name = "baca", scope = "read" });
        var caller = await CallerOfAsync((string)made!["token"]!);

        Assert.NotNull(await Host.CallAsync("user_show", null, caller));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.CallAsync("api_token_create", new { user = "hanya-baca", name = "naik" }, caller));
    }

    [Fact]
    public async Task Should_end_a_token_when_its_time_is_over()
    {
        var clock = new TestClock();
        await using var host = await CatalogHost.StartAsync(fixture.Database, null, services => services.AddSingleton<TimeProvider>(clock));
        await host.UserAsync("token-sementara");
        var made = await host.AsSysadminAsync("api_token_create", new { user = "token-sementara", name = "sehari", expires_in = 1, unit = 86400 });
        var token = (string)made!["token"]!;
        var directory = host.Get<ICallerDirectory>();
        Assert.False((await directory.FindByTokenAsync(token, CancellationToken.None)).IsAnonymous);

        clock.Advance(TimeSpan.FromDays(1));

        Assert.True((await directory.FindByTokenAsync(token, CancellationToken.None)).IsAnonymous);
    }

    [Fact]
    public async Task Should_list_tokens_without_their_secrets()
    {
        var owner = await Host.UserAsync("daftar-token");
        var token = await NewTokenAsync("daftar-token");

        var list = (await Host.CallAsync("api_token_list", new { user_id = "daftar-token" }, owner))!.AsArray();

        var shown = Assert.Single(list)!.AsObject();
        Assert.Equal(["created_at", "id", "last_access", "name", "user_id"], shown.Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(token.Split('.')[2], shown.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_write_down_when_a_token_was_used()
    {
        await Host.UserAsync("token-dipakai");
        var token = await NewTokenAsync("token-dipakai");

        var caller = await CallerOfAsync(token);

        Assert.NotNull((await Host.CallAsync("user_show", null, caller))!["last_active"]);
        await using var context = fixture.Database.Open();
        for (var attempt = 0; attempt < 100 && !await context.ApiTokens.AnyAsync(t => t.User!.Name == "token-dipakai" && t.LastAccess != null); attempt++)
        {
            await Task.Delay(50);
        }

        var stored = await context.ApiTokens.Include(t => t.User).SingleAsync(t => t.User!.Name == "token-dipakai");
        Assert.NotNull(stored.LastAccess);
        Assert.NotNull(stored.User!.LastActive);
    }

    [Fact]
    public async Task Should_refuse_to_make_a_token_for_somebody_else()
    {
        await Host.UserAsync("sasaran");

        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsUserAsync("penyerang", "api_token_create", new { user = "sasaran", name = "x" }));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsAnonymousAsync("api_token_create", new { user = "sasaran", name = "x" }));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsUserAsync("penyerang", "api_token_list", new { user_id = "sasaran" }));
    }

    [Fact]
    public async Task Should_say_what_is_missing()
    {
        var create = await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync("api_token_create"));
        var list = await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync("api_token_list"));
        var unknown = await Assert.ThrowsAsync<NotFoundException>(() => Host.AsSysadminAsync("api_token_create", new { user = "tidak-ada", name = "x" }));

        Assert.Equal("""{"user":["Missing value"],"name":["Missing value"]}""", create.Errors.ToJsonString());
        Assert.Equal("""{"user_id":["Missing value"]}""", list.Errors.ToJsonString());
        Assert.Equal("Not found: User not found", unknown.Message);
    }

    [Fact]
    public async Task Should_make_a_token_for_the_command_line()
    {
        await Host.UserAsync("baris-perintah");

        var token = await Host.Get<TokenIssuer>().IssueAsync("baris-perintah", "cli", null, readOnly: true, CancellationToken.None);

        Assert.True((await CallerOfAsync(token)).IsReadOnly);
    }

    [GeneratedRegex(@"^eyJ[\w-]+\.[\w-]+\.[\w-]+$")]
    private static partial Regex JsonWebToken();

    private async Task<string> NewTokenAsync(string user) =>
        (string)(await Host.AsSysadminAsync("api_token_create", new { user, name = "uji" }))!["token"]!;

    private async Task<Caller> CallerOfAsync(string token) => await Host.Get<ICallerDirectory>().FindByTokenAsync(token, CancellationToken.None);
}
