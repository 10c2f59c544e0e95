using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Tests.Hosting;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Tests.Users;

public sealed class SignInOnSqlite(SqliteFixture fixture) : SignInBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class SignInOnPostgreSql(PostgreSqlFixture fixture) : SignInBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class SignInBehaviour(CatalogFixture fixture)
{
    private const string Password = "Rahasia-1234";

    [Fact]
    public async Task Should_know_a_user_by_name_and_by_address()
    {
        await using var host = await StartAsync(new TestClock());
        await CreateAsync(host, "masuk");

        Assert.Equal("masuk", (await CheckAsync(host, "masuk", Password))!.Name);
        Assert.Equal("masuk", (await CheckAsync(host, " Masuk@Example.test ", Password))!.Name);
        Assert.Null(await CheckAsync(host, "masuk", "Rahasia-1235"));
        Assert.Null(await CheckAsync(host, "tidak-ada", Password));
        Assert.Null(await CheckAsync(host, "default", ""));
    }

    [Fact]
    public async Task Should_slow_down_guessing_but_never_lock_for_good()
    {
        var clock = new TestClock();
        await using var host = await StartAsync(clock);
        await CreateAsync(host, "ditebak");
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await CheckAsync(host, "ditebak", "salah-" + i));
        }

        // The right password too has to wait now, on a server that was started again as well
        Assert.Null(await CheckAsync(host, "ditebak", Password));
        await using (var restarted = await StartAsync(clock))
        {
            Assert.Null(await CheckAsync(restarted, "ditebak", Password));
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await CheckAsync(host, "ditebak", Password));

        // A success forgets the failures
        Assert.Null(await CheckAsync(host, "ditebak", "salah"));
        Assert.NotNull(await CheckAsync(host, "ditebak", Password));
    }

    [Fact]
    public async Task Should_slow_down_an_address_that_tries_many_accounts()
    {
        var clock = new TestClock();
        await using var host = await StartAsync(clock);
        await CreateAsync(host, "di-balik-alamat");
        var attacker = IPAddress.Parse("2001:db8:1:2::1");
        for (var i = 0; i < 20; i++)
        {
            Assert.Null(await CheckAsync(host, "akun-" + i, "tebakan", attacker));
        }

        Assert.Null(await CheckAsync(host, "di-balik-alamat", Password, IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.NotNull(await CheckAsync(host, "di-balik-alamat", Password, IPAddress.Parse("2001:db8:1:3::1")));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await CheckAsync(host, "di-balik-alamat", Password, attacker));
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(10, 32)]
    [InlineData(11, 60)]
    [InlineData(1_000_000, 60)]
    public void Should_wait_longer_after_each_failure_up_to_a_minute(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), SignIn.WaitAfter(failures, free: 5));

    [Fact]
    public async Task Should_let_users_of_CKAN_keep_their_passwords_and_renew_their_hashes()
    {
        await using var host = await StartAsync(new TestClock());

        // Made with passlib's pbkdf2_sha512, as CKAN does
        const string Hash = "$pbkdf2-sha512$25000$" + "AAECAwQFBgcICQoLDA0ODw$" + CkanKey;
        await host.AsSysadminAsync("user_create", new { name = "pindahan", email = "pindahan@example.test", password_hash = Hash });

        Assert.Null(await CheckAsync(host, "pindahan", "sandi-lama-x"));
        Assert.NotNull(await CheckAsync(host, "pindahan", "sandi-lama-1"));

        await using var context = fixture.Database.Open();
        var renewed = (await context.Users.SingleAsync(u => u.Name == "pindahan")).PasswordHash!;
        Assert.DoesNotContain("pbkdf2", renewed, StringComparison.Ordinal);
        Assert.NotNull(await CheckAsync(host, "pindahan", "sandi-lama-1"));
    }

    [Fact]
    public async Task Should_make_the_first_sysadmin_with_a_password_that_is_shown_once()
    {
        await using var database = await fixture.CreateDatabaseAsync();
        await using var host = await CatalogHost.StartAsync(database);
        var setup = host.Get<SysadminSetup>();

        var password = await setup.EnsureFirstAsync(CancellationToken.None);
        var again = await setup.EnsureFirstAsync(CancellationToken.None);

        Assert.NotNull(password);
        Assert.Null(again);
        var signedIn = await CheckAsync(host, "admin", password);
        Assert.True(signedIn!.MustChangePassword);
        var admin = await host.Get<ICallerDirectory>().FindByUserAsync(signedIn.UserId, signedIn.SecurityStamp, CancellationToken.None);
        Assert.True(admin.IsSysadmin);

        await host.CallAsync("user_patch", new { id = "admin", email = "admin@example.test", password = "Sandi-Sendiri-1" }, admin);
        Assert.Null(await CheckAsync(host, "admin", password));
        Assert.False((await CheckAsync(host, "admin", "Sandi-Sendiri-1"))!.MustChangePassword);
    }

    [Fact]
    public async Task Should_promote_a_user_who_is_there_and_leave_its_password()
    {
        await using var host = await StartAsync(new TestClock());
        await CreateAsync(host, "naik-pangkat");

        var password = await host.Get<SysadminSetup>().AddAsync("naik-pangkat", null, CancellationToken.None);

        Assert.Null(password);
        Assert.True((await host.UserAsync("naik-pangkat")).IsSysadmin);
        Assert.NotNull(await CheckAsync(host, "naik-pangkat", Password));
        await Assert.ThrowsAsync<Purbalingga.Catalog.Actions.InvalidException>(
            async () => await host.Get<SysadminSetup>().AddAsync("Nama Salah", "bukan surel", CancellationToken.None));
    }

    // hashlib.pbkdf2_hmac("sha512", b"sandi-lama-1", bytes(range(16)), 25000) in passlib's base64
    private const string CkanKey = "tB1VqOF2xX9BVJFEMcxNSoOrFKuVdB0eMp0qJD.ARXUguIWYhkAzmhkTtLoL5kERzrZYrbM1nCljaF3LvTfOdw";

    private static Task<SignedIn?> CheckAsync(CatalogHost host, string name, string password, IPAddress? address = null) =>
        host.Get<SignIn>().CheckAsync(name, password, address, CancellationToken.None);

    private static Task<System.Text.Json.Nodes.JsonNode?> CreateAsync(CatalogHost host, string name) =>
        host.AsSysadminAsync("user_create", new { name, email = name + "@example.test", password = Password });

    private Task<CatalogHost> StartAsync(TestClock clock) =>
        CatalogHost.StartAsync(fixture.Database, null, services => services.AddSingleton<TimeProvider>(clock));
}
