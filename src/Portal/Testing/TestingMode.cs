using Purbalingga.Catalog.DataStore;
using Purbalingga.Portal.Hosting;

namespace Purbalingga.Portal.Testing;

/// <summary>Marks a server that was started with <c>--testing</c>.</summary>
internal sealed class TestingMode
{
    /// <summary>Name of the site user, a sysadmin.</summary>
    public const string SiteUser = "test.ckan.net";

    private static readonly Dictionary<string, string> Ckan = new()
    {
        ["ckan.site_id"] = SiteUser,
        ["ckan.site_title"] = "Satu Data",
        ["ckan.site_description"] = "",
        ["ckan.locale_default"] = "en",
        ["ckan.plugins"] = "activity datastore image_view text_view webpage_view datatables_view resource_proxy stats testing_routes",
        ["ckan.extra_resource_fields"] = "alt_url",
        ["ckan.auth.user_create_organizations"] = "true",
        ["ckan.auth.user_create_groups"] = "true",
        ["ckan.auth.create_unowned_dataset"] = "true",
        ["ckan.auth.public_user_details"] = "true",
        ["ckan.datastore.sqlsearch.enabled"] = "true",
    };

    /// <summary>Configuration of such a server.</summary>
    /// <exception cref="ConfigurationException">Others could reach it.</exception>
    public static Dictionary<string, string?> Settings(IReadOnlyList<string> urls)
    {
        if (urls.FirstOrDefault(url => !SiteAddress.IsLoopback(url)) is { } open)
        {
            throw new ConfigurationException($"--testing opens doors for tests and so listens on this machine only, not on {open}");
        }

        var settings = Ckan.ToDictionary(pair => "Ckan:" + pair.Key, pair => (string?)pair.Value);
        settings[$"DataStore:{nameof(DataStoreOptions.SearchLinks)}"] = "false"; // they were gone in the version that tests compare with
        settings[$"DataStore:{nameof(DataStoreOptions.LoadUploads)}"] = "false"; // tests write the tables of uploads themselves
        settings[$"{PortalOptions.Section}:{nameof(PortalOptions.LoadSampleData)}"] = "false";
        return settings;
    }
}
