using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Storage;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Users;

public sealed class UserActionsOnSqlite(SqliteFixture fixture) : UserActionBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class UserActionsOnPostgreSql(PostgreSqlFixture fixture) : UserActionBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class UserActionBehaviour(CatalogFixture fixture)
{
    private CatalogHost Host => fixture.Host;

    [Fact]
    public async Task Should_answer_a_new_user_as_CKAN_does()
    {
        var user = (await CreateAsync("admin-borg", fullname: "Admin-Borg"))!.AsObject();

        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?$", (string)user["created"]!);
        Assert.True(Guid.TryParse((string)user["id"]!, out _));
        user.Remove("created");
        user.Remove("id");

        // The answer of CKAN 2.12.0 to the same call
        Assert.True(JsonNode.DeepEquals(user, JsonNode.Parse("""
            {"about": null, "activity_streams_email_notifications": false, "apikey": null, "display_name": "Admin-Borg",
             "email": "admin-borg@example.test", "email_hash": "e76a447fe5ef15cd8529f6e863f70eea", "fullname": "Admin-Borg",
             "image_display_url": null, "image_url": null, "last_active": null, "name": "admin-borg", "number_created_packages": 0,
             "state": "active", "sysadmin": false}
            """)), user.ToJsonString());
    }

    [Theory]
    [InlineData("""{}""", """{"name":["Missing value"],"email":["Missing value"],"password":["Missing value"]}""")]
    [InlineData("""{"name":"a","email":"x@example.test","password":"Rahasia-1"}""", """{"name":["Must be at least 2 characters long"]}""")]
    [InlineData("""{"name":"Huruf Besar","email":"x@example.test","password":"Rahasia-1"}""", """{"name":["Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_"]}""")]
    [InlineData("""{"name":5,"email":"x@example.test","password":"Rahasia-1"}""", """{"name":["Names must be strings"]}""")]
    [InlineData("""{"name":"nama-baik","email":"salah@","password":"Rahasia-1"}""", """{"email":["Email salah@ is not a valid format"]}""")]
    [InlineData("""{"name":"nama-baik","email":"x@example.test","password":"pendek"}""", """{"password":["Your password must be 8 characters or longer"]}""")]
    [InlineData("""{"name":"nama-baik","email":"x@example.test","password":12345678}""", """{"password":["Passwords must be strings"]}""")]
    [InlineData("""{"name":"nama-baik","email":"x@example.test","password":"Rahasia-1","about":"lihat http://example.test"}""", """{"about":["Edit not allowed as it looks like spam. Please avoid links in your description."]}""")]
    [InlineData("""{"name":"nama-baik","email":"x@example.test","password":"Rahasia-1","id":"bukan-uuid"}""", """{"id":["Invalid id provided"]}""")]
    [InlineData("""{"name":"nama-baik","email":"x@example.test","password_hash":"abc"}""", """{"password_hash":["Not a password hash that is understood here"]}""")]
    public async Task Should_say_what_is_wrong_with_a_new_user(string sent, string expected)
    {
        var error = await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync("user_create", JsonNode.Parse(sent)!.AsObject()));

        Assert.Equal(expected, error.Errors.ToJsonString(CatalogJson.Options));
    }

    [Fact]
    public async Task Should_refuse_names_and_addresses_that_are_taken()
    {
        await CreateAsync("sudah-ada");

        var error = await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync(
            "user_create", new { name = "sudah-ada", email = "Sudah-Ada@Example.test", password = "Rahasia-1234" }));

        Assert.Equal(
            """{"name":["The username is already associated with another account. Please use a different username."],"email":["The email address 'sudah-ada@example.test' belongs to a registered user."]}""",
            error.Errors.ToJsonString(CatalogJson.Options));
    }

    [Fact]
    public async Task Should_not_take_over_an_account_by_its_id()
    {
        var victim = (string)(await CreateAsync("pemilik-id"))!["id"]!;

        await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync(
            "user_create", new { id = victim, name = "perebut", email = "perebut@example.test", password = "Rahasia-1234" }));

        Assert.Equal("pemilik-id", (string)(await Host.AsSysadminAsync("user_show", new { id = victim }))!["name"]!);
    }

    [Fact]
    public async Task Should_let_only_sysadmins_create_users_unless_the_setting_opens_it()
    {
        var sent = new { name = "lewat-api", email = "lewat-api@example.test", password = "Rahasia-1234", sysadmin = true, state = "deleted" };
        var error = await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsAnonymousAsync("user_create", sent));
        Assert.Equal("Access denied: User  not authorized to create users via the API", error.Message);

        var settings = Host.Get<CkanSettings>();
        settings.SetForTesting(new Dictionary<string, string> { ["ckan.auth.create_user_via_api"] = "true" });
        try
        {
            var made = await Host.AsAnonymousAsync("user_create", sent);
            Assert.False((bool)made!["sysadmin"]!);
            Assert.Equal("active", (string)made["state"]!);
        }
        finally
        {
            settings.SetForTesting(new Dictionary<string, string>());
        }
    }

    [Fact]
    public async Task Should_show_the_address_to_the_user_and_to_sysadmins_only()
    {
        await CreateAsync("punya-surel");
        var self = await Host.UserAsync("punya-surel");

        Assert.Equal("punya-surel@example.test", (string)(await Host.CallAsync("user_show", null, self))!["email"]!);
        Assert.True((await Host.AsSysadminAsync("user_show", new { id = "punya-surel" }))!.AsObject().ContainsKey("email"));
        Assert.False((await Host.AsUserAsync("tetangga", "user_show", new { id = "punya-surel" }))!.AsObject().ContainsKey("email"));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsAnonymousAsync("user_show", new { id = "punya-surel" }));
    }

    [Fact]
    public async Task Should_hide_deleted_users_from_all_but_sysadmins()
    {
        await CreateAsync("sudah-pergi");
        await Host.AsSysadminAsync("user_delete", new { id = "sudah-pergi" });

        Assert.Equal("deleted", (string)(await Host.AsSysadminAsync("user_show", new { id = "sudah-pergi" }))!["state"]!);
        await Assert.ThrowsAsync<NotFoundException>(() => Host.AsUserAsync("tetangga", "user_show", new { id = "sudah-pergi" }));
        Assert.DoesNotContain("sudah-pergi", Names(await Host.AsSysadminAsync("user_list", new { all_fields = false })));
        var error = await Assert.ThrowsAsync<NotFoundException>(() => Host.AsSysadminAsync("user_delete", new { id = "tidak-ada" }));
        Assert.Equal("Not found: User \"tidak-ada\" was not found.", error.Message);
    }

    [Fact]
    public async Task Should_change_what_was_sent_and_leave_the_rest()
    {
        await CreateAsync("berubah", fullname: "Nama Lama");
        var self = await Host.UserAsync("berubah");

        await Assert.ThrowsAsync<InvalidException>(() => Host.CallAsync("user_update", new { id = "berubah", fullname = "x" }, self));
        var updated = await Host.CallAsync("user_update", new { id = "berubah", email = "baru@example.test", about = "Operator" }, self);
        var patched = await Host.CallAsync("user_patch", new { id = "berubah", fullname = "Nama Baru" }, self);

        Assert.Equal("Nama Lama", (string)updated!["fullname"]!);
        Assert.Equal("Nama Baru", (string)patched!["fullname"]!);
        Assert.Equal("baru@example.test", (string)patched["email"]!);
        Assert.Equal("Operator", (string)patched["about"]!);
    }

    [Fact]
    public async Task Should_not_let_a_user_rename_or_promote_itself_or_touch_others()
    {
        await CreateAsync("biasa-saja");
        await CreateAsync("orang-kedua");
        var self = await Host.UserAsync("biasa-saja");

        var rename = await Assert.ThrowsAsync<InvalidException>(() => Host.CallAsync("user_patch", new { id = "biasa-saja", name = "nama-lain" }, self));
        var promoted = await Host.CallAsync("user_patch", new { id = "biasa-saja", sysadmin = true, state = "deleted" }, self);

        Assert.Equal("""{"name":["That login name can not be modified."]}""", rename.Errors.ToJsonString());
        Assert.False((bool)promoted!["sysadmin"]!);
        Assert.Equal("active", (string)promoted["state"]!);
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.CallAsync("user_patch", new { id = "orang-kedua", fullname = "x" }, self));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.CallAsync("user_delete", new { id = "orang-kedua" }, self));
        var unknown = await Assert.ThrowsAsync<NotFoundException>(() => Host.AsSysadminAsync("user_update", new { id = "tidak-ada" }));
        Assert.Equal("Not found: User was not found.", unknown.Message);
    }

    [Fact]
    public async Task Should_not_let_sysadmins_drop_themselves_or_the_site_user()
    {
        await CreateAsync("sysadmin-kedua");
        await Host.AsSysadminAsync("user_patch", new { id = "sysadmin-kedua", sysadmin = true });
        var second = await Host.UserAsync("sysadmin-kedua");
        Assert.True(second.IsSysadmin);

        var self = await Assert.ThrowsAsync<InvalidException>(() => Host.CallAsync("user_patch", new { id = "sysadmin-kedua", sysadmin = false }, second));
        var site = await Assert.ThrowsAsync<InvalidException>(() => Host.CallAsync(
            "user_patch", new { id = "default", email = "default@example.test", sysadmin = false }, second));

        Assert.Equal("""{"sysadmin":["Cannot modify your own sysadmin privileges"]}""", self.Errors.ToJsonString());
        Assert.Equal("""{"sysadmin":["Cannot modify sysadmin privileges for system user"]}""", site.Errors.ToJsonString());
        await Assert.ThrowsAsync<InvalidException>(() => Host.CallAsync("user_delete", new { id = "default" }, second));
    }

    [Fact]
    public async Task Should_list_users_by_display_name_without_the_site_user()
    {
        await CreateAsync("urut-z", fullname: "urutan A");
        await CreateAsync("urut-a", fullname: "Urutan B");
        await CreateAsync("urut-100persen");

        var found = await Host.AsSysadminAsync("user_list", new { q = "urut", all_fields = false });

        Assert.Equal(["urut-100persen", "urut-z", "urut-a"], Names(found));
        Assert.DoesNotContain("default", Names(await Host.AsSysadminAsync("user_list", new { all_fields = false })));
        Assert.Contains("default", Names(await Host.AsSysadminAsync("user_list", new { all_fields = false, include_site_user = true })));
        Assert.Empty(Names(await Host.AsSysadminAsync("user_list", new { q = "%", all_fields = false })));
        Assert.Equal(["urut-z"], Names(await Host.AsSysadminAsync("user_list", new { email = "URUT-Z@example.test", all_fields = false })));
        var error = await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync("user_list", new { order_by = "edits" }));
        Assert.Equal("""{"message":"order_by=edits is no longer supported"}""", error.Errors.ToJsonString());
    }

    [Fact]
    public async Task Should_complete_names()
    {
        await CreateAsync("lengkapi-satu", fullname: "Petugas Data");
        await CreateAsync("lengkapi-dua");
        var self = await Host.UserAsync("lengkapi-satu");

        var all = (await Host.CallAsync("user_autocomplete", new { q = "LENGKAPI" }, self))!.AsArray();
        var others = (await Host.CallAsync("user_autocomplete", new { q = "lengkapi", ignore_self = true }, self))!.AsArray();

        Assert.Equal(["lengkapi-dua", "lengkapi-satu"], all.Select(u => (string)u!["name"]!));
        Assert.Equal(["id", "name", "fullname"], all[0]!.AsObject().Select(p => p.Key));
        Assert.Equal(["lengkapi-dua"], others.Select(u => (string)u!["name"]!));
        await Assert.ThrowsAsync<InvalidException>(() => Host.CallAsync("user_autocomplete", new { q = "x", limit = -1 }, self));
    }

    [Fact]
    public async Task Should_give_a_token_with_a_new_user_on_request()
    {
        var made = await Host.AsSysadminAsync(
            "user_create", new { name = "dengan-token", email = "dengan-token@example.test", password = "Rahasia-1234", with_apitoken = true });

        var caller = await Host.Get<Purbalingga.Catalog.Users.ICallerDirectory>().FindByTokenAsync((string)made!["token"]!, CancellationToken.None);
        Assert.Equal("dengan-token", caller.Name);
    }

    [Fact]
    public async Task Should_take_a_picture_but_not_the_name_of_a_stored_file()
    {
        await CreateAsync("berfoto");
        var self = await Host.UserAsync("berfoto");
        var hash = new string('a', 64);

        var guessed = await Assert.ThrowsAsync<InvalidException>(() => Host.CallAsync("user_patch", new { id = "berfoto", image_url = hash + ".png" }, self));
        var svg = await Assert.ThrowsAsync<InvalidException>(() => UploadAsync(self, hash, "image/svg+xml"));
        var shown = await UploadAsync(self, hash, "image/png");

        Assert.True(guessed.Errors.ContainsKey("image_url"));
        Assert.Equal("""{"image_upload":["Unsupported upload type: image/svg+xml"]}""", svg.Errors.ToJsonString(CatalogJson.Options));
        Assert.EndsWith($"/uploads/user/{hash}.png", (string)shown["image_display_url"]!, StringComparison.Ordinal);
    }

    private async Task<JsonNode> UploadAsync(Caller caller, string hash, string mediaType)
    {
        var files = new Dictionary<string, UploadedFile>
        {
            ["image_upload"] = new("foto.png", "image/png", new StoredFile(hash, 1000, mediaType, "PNG")),
        };
        var answer = await Host.Get<IActionRunner>().RunAsync(
            "user_patch", new ActionInput(new JsonObject { ["id"] = caller.UserId }, files), caller, CancellationToken.None);
        return JsonNode.Parse(answer.Span)!;
    }

    private static IEnumerable<string> Names(JsonNode? list) => list!.AsArray().Select(name => (string)name!);

    private Task<JsonNode?> CreateAsync(string name, string? fullname = null) => Host.AsSysadminAsync(
        "user_create", new { name, email = name + "@example.test", password = "Rahasia-1234", fullname });
}
