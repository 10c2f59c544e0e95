using System.Collections.Frozen;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Settings;

/// <summary>
/// CKAN's settings under their CKAN names. Later layers win: defaults, configuration section <c>Ckan</c>, changes at run time
/// (<c>config_option_update</c>, kept in the records), and what a test set.
/// </summary>
public sealed class CkanSettings : IChangeFollower
{
    private static readonly FrozenDictionary<string, string> Defaults = new Dictionary<string, string>
    {
        ["ckan.site_id"] = "default",
        ["ckan.site_title"] = "Satu Data Purbalingga",
        ["ckan.site_description"] = "",
        ["ckan.site_about"] = "",
        ["ckan.site_intro_text"] = "",
        ["ckan.site_custom_css"] = "",
        ["ckan.site_logo"] = "",
        ["ckan.theme"] = "",
        ["ckan.site_url"] = "http://localhost:5000",
        ["ckan.locale_default"] = "id",
        ["ckan.hide_version"] = "false",
        ["ckan.plugins"] = "activity",
        ["email_to"] = "",
        ["ckan.auth.anon_create_dataset"] = "false",
        ["ckan.auth.create_unowned_dataset"] = "false",
        ["ckan.auth.create_dataset_if_not_in_organization"] = "true",
        ["ckan.auth.user_create_groups"] = "true",
        ["ckan.auth.user_create_organizations"] = "false",
        ["ckan.auth.user_delete_groups"] = "true",
        ["ckan.auth.user_delete_organizations"] = "true",
        ["ckan.auth.create_user_via_api"] = "false",
        ["ckan.auth.create_user_via_web"] = "false",
        ["ckan.auth.public_user_details"] = "false",
        ["ckan.auth.allow_dataset_collaborators"] = "false",
        ["ckan.auth.allow_admin_collaborators"] = "false",
        ["ckan.auth.roles_that_cascade_to_sub_groups"] = "admin",
        ["ckan.auth.public_activity_stream_detail"] = "false",
        ["ckan.group_and_organization_list_max"] = "1000",
        ["ckan.group_and_organization_list_all_fields_max"] = "25",
        ["ckan.default_group_sort"] = "title",
        ["ckan.search.rows_max"] = "1000",
        ["ckan.search.default_package_sort"] = "score desc, metadata_modified desc",
        ["ckan.search.remove_deleted_packages"] = "true",
        ["search.facets.limit"] = "50",
        ["ckan.extra_resource_fields"] = "",
        ["ckan.max_resource_size"] = "500",
        ["ckan.max_image_size"] = "2",
        ["ckan.cors.origin_allow_all"] = "true",
        ["ckan.cors.origin_whitelist"] = "",
        ["ckan.user_list_limit"] = "20",
        ["ckan.activity_streams_enabled"] = "true",
        ["ckan.datastore.search.rows_default"] = "100",
        ["ckan.datastore.search.rows_max"] = "32000",
        ["ckan.datastore.default_fts_lang"] = "english",
        ["ckan.datastore.sqlsearch.enabled"] = "true",
        ["ckan.datastore.ms_in_timestamp"] = "true",
    }.ToFrozenDictionary();

    private readonly IDbContextFactory<CatalogContext> _contexts;
    private readonly FrozenDictionary<string, string> _configured;
    private FrozenDictionary<string, string> _stored = FrozenDictionary<string, string>.Empty;
    private FrozenDictionary<string, string> _testing = FrozenDictionary<string, string>.Empty;

    public CkanSettings(IDbContextFactory<CatalogContext> contexts, IConfiguration configuration)
    {
        _contexts = contexts;
        _configured = configuration.GetSection("Ckan").AsEnumerable(makePathsRelative: true)
            .Where(pair => pair.Value is not null)
            .ToFrozenDictionary(pair => pair.Key.Replace(':', '.'), pair => pair.Value!);
    }

    public string SiteUrl => Get("ckan.site_url").TrimEnd('/');

    /// <summary>All keys that have a default, for documentation and <c>POST /testing/config</c>.</summary>
    public static IEnumerable<string> Known => Defaults.Keys;

    /// <summary>The value in force; empty for a key that nobody set.</summary>
    public string Get(string key) =>
        _testing.TryGetValue(key, out var value) || _stored.TryGetValue(key, out value) || _configured.TryGetValue(key, out value)
        || Defaults.TryGetValue(key, out value) ? value : "";

    public bool Flag(string key) => Get(key).Trim().ToLowerInvariant() is "true" or "yes" or "on" or "y" or "t" or "1";

    /// <exception cref="FormatException">The setting is no whole number; checked at start.</exception>
    public int Number(string key) => int.Parse(Get(key), CultureInfo.InvariantCulture);

    /// <summary>Blank- or comma-separated values.</summary>
    public IReadOnlyList<string> List(string key) => Get(key).Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Replaces what a test set; an empty map goes back to the server's own settings.</summary>
    public void SetForTesting(IReadOnlyDictionary<string, string> values) => _testing = values.ToFrozenDictionary();

    /// <summary>Reads the stored layer.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        await using var context = await _contexts.CreateDbContextAsync(ct);
        _stored = (await context.Settings.AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(s => s.Key, s => s.Value ?? "");
    }

    /// <inheritdoc />
    public async Task<long> StartAsync(long committed, CancellationToken ct)
    {
        await LoadAsync(ct);
        return committed;
    }

    /// <inheritdoc />
    public void Apply(IReadOnlyList<CommittedChange> changes)
    {
        if (changes.Any(c => c.Kind is ChangeKind.SettingChanged or ChangeKind.Reset))
        {
            using var context = _contexts.CreateDbContext();
            _stored = context.Settings.AsNoTracking().ToList().ToFrozenDictionary(s => s.Key, s => s.Value ?? "");
        }
    }
}
