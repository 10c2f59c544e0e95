using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Settings;

[CkanAction("status_show", Access.Anyone, ReadOnly = true)]
[Doc("Says what this site is, which CKAN version its API follows and which of CKAN's plugins it stands in for.")]
internal sealed class ShowStatus(CkanSettings settings) : IAction<ShowStatus.Request, JsonNode>
{
    /// <summary>The version of CKAN that the API follows.</summary>
    public const string CkanVersion = "2.12.0";

    public sealed record Request;

    public ValueTask<JsonNode> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var status = new JsonObject
        {
            ["site_title"] = settings.Get("ckan.site_title"),
            ["site_description"] = settings.Get("ckan.site_description"),
            ["site_url"] = settings.Get("ckan.site_url"),
            ["error_emails_to"] = settings.Get("email_to"),
            ["locale_default"] = settings.Get("ckan.locale_default"),
            ["extensions"] = new JsonArray([.. settings.List("ckan.plugins").Select(name => (JsonNode)name)]),
        };
        if (caller.IsSysadmin || !settings.Flag("ckan.hide_version"))
        {
            status["ckan_version"] = CkanVersion;
        }

        return ValueTask.FromResult<JsonNode>(status);
    }
}
