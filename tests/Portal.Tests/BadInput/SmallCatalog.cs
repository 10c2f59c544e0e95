using System.Text.Json.Nodes;
using Purbalingga.Portal.Tests.Hosting;

namespace Purbalingga.Portal.Tests.BadInput;

/// <summary>One of each thing in the catalog, and a request of every action that would be fine with it.</summary>
internal sealed class SmallCatalog
{
    private const string User = "test.ckan.net";

    private SmallCatalog(string dataset, string resource, string organization, string group) =>
        (Dataset, Resource, Organization, Group) = (dataset, resource, organization, group);

    public string Dataset { get; }

    private string Resource { get; }

    private string Organization { get; }

    private string Group { get; }

    public static async Task<SmallCatalog> MakeAsync(PortalFixture portal)
    {
        var organization = (string)(await portal.CallAsync("organization_create", new JsonObject { ["name"] = NewName() }))!["id"]!;
        var group = (string)(await portal.CallAsync("group_create", new JsonObject { ["name"] = NewName() }))!["id"]!;
        var dataset = (await portal.CallAsync("package_create", new JsonObject
        {
            ["name"] = NewName(),
            ["owner_org"] = organization,
            ["resources"] = new JsonArray(new JsonObject { ["url"] = "https://example.test/a.csv" }),
        }))!;
        return new SmallCatalog((string)dataset["id"]!, (string)dataset["resources"]![0]!["id"]!, organization, group);
    }

    /// <summary>Parameters with which the action would do its work.</summary>
    public JsonObject Request(string action)
    {
        var request = new JsonObject();
        switch (action)
        {
            case "package_create" or "organization_create" or "group_create":
                request["name"] = NewName();
                break;
            case "resource_create":
                request["package_id"] = Dataset;
                break;
            case "resource_search":
                request["query"] = "name:a";
                break;
            case "package_autocomplete" or "organization_autocomplete" or "group_autocomplete":
                request["q"] = "a";
                break;
            case "help_show":
                request["name"] = "package_show";
                break;
            case "package_revise":
                request["match"] = new JsonObject { ["id"] = Dataset };
                break;
            case "package_relationship_create" or "package_relationship_update" or "package_relationship_delete":
                request["subject"] = Dataset;
                request["object"] = Dataset;
                request["type"] = "links_to";
                break;
            case "user_show" or "package_collaborator_list_for_user" or "organization_list_for_user":
                request["id"] = User;
                break;
            case "package_search" or "package_list" or "organization_list" or "group_list" or "user_list":
                break;
            default:
                request["id"] = action.StartsWith("organization_", StringComparison.Ordinal) ? Organization
                    : action.StartsWith("group_", StringComparison.Ordinal) ? Group
                    : action.StartsWith("resource_", StringComparison.Ordinal) ? Resource : Dataset;
                if (action.Contains("_member_", StringComparison.Ordinal) || action.Contains("_collaborator_", StringComparison.Ordinal))
                {
                    request["username"] = User;
                    request["user_id"] = User;
                    request["role"] = "editor";
                    request["capacity"] = "editor";
                }

                break;
        }

        return request;
    }

    private static string NewName() => "uji-" + Guid.NewGuid().ToString("N");
}
