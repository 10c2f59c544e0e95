using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Settings;

public sealed class SettingActionsOnSqlite(SqliteFixture fixture) : SettingActionBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class SettingActionsOnPostgreSql(PostgreSqlFixture fixture) : SettingActionBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class SettingActionBehaviour(CatalogFixture fixture)
{
    private CatalogHost Host => fixture.Host;

    [Fact]
    public async Task Should_say_what_the_site_is_in_the_order_of_CKAN()
    {
        var status = (await Host.AsAnonymousAsync("status_show"))!.AsObject();

        Assert.Equal(
            ["site_title", "site_description", "site_url", "error_emails_to", "locale_default", "extensions", "ckan_version"], status.Select(p => p.Key));
        Assert.Equal("2.12.0", (string)status["ckan_version"]!);
        Assert.Equal("en", (string)status["locale_default"]!);
    }

    [Fact]
    public async Task Should_hide_the_version_from_all_but_sysadmins_on_request()
    {
        var settings = Host.Get<CkanSettings>();
        settings.SetForTesting(new Dictionary<string, string> { ["ckan.hide_version"] = "true", ["ckan.plugins"] = "activity stats" });
        try
        {
            var open = (await Host.AsAnonymousAsync("status_show"))!.AsObject();
            Assert.False(open.ContainsKey("ckan_version"));
            Assert.Equal("""["activity","stats"]""", open["extensions"]!.ToJsonString());
            Assert.True((await Host.AsSysadminAsync("status_show"))!.AsObject().ContainsKey("ckan_version"));
        }
        finally
        {
            settings.SetForTesting(new Dictionary<string, string>());
        }
    }

    [Fact]
    public async Task Should_explain_every_action()
    {
        foreach (var action in Host.Get<IActionRunner>().Registry.All)
        {
            var text = (string)(await Host.AsAnonymousAsync("help_show", new { name = action.Name }))!;

            Assert.StartsWith(action.Summary, text, StringComparison.Ordinal);
            Assert.All(action.Parameters, parameter => Assert.Contains($"\n{parameter.Name} (", text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Should_say_that_an_action_does_not_exist()
    {
        var unknown = await Assert.ThrowsAsync<NotFoundException>(() => Host.AsAnonymousAsync("help_show", new { name = "site_read" }));
        var missing = await Assert.ThrowsAsync<InvalidException>(() => Host.AsAnonymousAsync("help_show"));

        Assert.Equal("Not found: Action function not found", unknown.Message);
        Assert.Equal("""{"name":["Missing value"]}""", missing.Errors.ToJsonString());
    }

    [Fact]
    public async Task Should_change_a_setting_at_once_and_go_back()
    {
        await Host.AsSysadminAsync("config_option_update", new JsonObject { ["ckan.site_description"] = "Data terbuka", ["ckan.site_about"] = "Tentang" });
        Assert.Equal("Data terbuka", (string)(await Host.AsAnonymousAsync("status_show"))!["site_description"]!);
        Assert.Equal("Tentang", (string)(await Host.AsSysadminAsync("config_option_show", new { key = "ckan.site_about" }))!);

        await using (var second = await CatalogHost.StartAsync(fixture.Database))
        {
            Assert.Equal("Data terbuka", (string)(await second.AsAnonymousAsync("status_show"))!["site_description"]!);
        }

        await Host.AsSysadminAsync("config_option_update", new JsonObject { ["ckan.site_description"] = "", ["ckan.site_about"] = null });
        Assert.Equal("", (string)(await Host.AsAnonymousAsync("status_show"))!["site_description"]!);
    }

    [Fact]
    public async Task Should_refuse_settings_that_cannot_be_changed_or_seen()
    {
        var update = await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync("config_option_update", new JsonObject { ["ckan.site_id"] = "x" }));
        var show = await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync("config_option_show", new { key = "ckan.site_id" }));
        var url = await Assert.ThrowsAsync<InvalidException>(
            () => Host.AsSysadminAsync("config_option_update", new JsonObject { ["ckan.site_url"] = "javascript:alert(1)" }));

        Assert.Equal("""{"message":"Configuration option(s) 'ckan.site_id' can not be updated"}""", update.Errors.ToJsonString(CatalogJson.Options));
        Assert.Equal("""{"message":"Configuration option 'ckan.site_id' can not be shown"}""", show.Errors.ToJsonString(CatalogJson.Options));
        Assert.Equal("""{"ckan.site_url":["Please provide a valid URL"]}""", url.Errors.ToJsonString(CatalogJson.Options));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsUserAsync("bukan-sysadmin", "config_option_list"));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsUserAsync("bukan-sysadmin", "config_option_update", new JsonObject { ["ckan.site_title"] = "x" }));
    }

    [Fact]
    public async Task Should_list_the_settings_of_CKAN_that_can_be_changed()
    {
        var options = (await Host.AsSysadminAsync("config_option_list"))!.AsArray().Select(o => (string)o!);

        Assert.Equal(
            ["ckan.site_title", "ckan.site_logo", "ckan.site_url", "ckan.site_description", "ckan.site_about", "ckan.site_intro_text", "ckan.site_custom_css", "ckan.theme", "logo_upload", "clear_logo_upload"],
            options);
    }

    [Fact]
    public async Task Should_show_the_site_user_to_sysadmins_only()
    {
        var site = (await Host.AsSysadminAsync("get_site_user"))!.AsObject();
        var error = await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsAnonymousAsync("get_site_user"));

        Assert.Equal(["name", "id", "apikey"], site.Select(p => p.Key));
        Assert.Equal("default", (string)site["name"]!);
        Assert.Equal("Access denied: Only internal services allowed to use this action", error.Message);
        Assert.Empty((await Host.AsSysadminAsync("job_list"))!.AsArray());
    }
}
