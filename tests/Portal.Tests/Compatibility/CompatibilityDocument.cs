using System.Globalization;
using System.Text;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Portal.Tests.Compatibility;

/// <summary>Writes <c>docs/ckan-compatibility.md</c> from the registry of actions and the list of differences.</summary>
internal static class CompatibilityDocument
{
    public static string Write(IReadOnlyCollection<ActionDescriptor> actions, Differences differences)
    {
        var byName = actions.ToDictionary(a => a.Name);
        var known = differences.Families.Values.SelectMany(names => names).ToList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # What of CKAN is there

            Made from the registry of actions and `ckan-differences.json`; renew it with `RENEW_DOCS=1 dotnet test tests/Portal.Tests --filter Compatibility`.

            Of the {known.Count} actions of CKAN {differences.Version} and the plugins that come with it, {known.Count(byName.ContainsKey)} are there, and {differences.Ours.Count} of our own.
            What each parameter means is told by `help_show`, `/api-docs` and `/openapi.json`. Required parameters are **bold**.


            """);
        text.Append("""
            ## What differs on purpose

            | about | here | CKAN | why |
            | --- | --- | --- | --- |

            """);
        foreach (var item in differences.Items)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(item.About)} | {Cell(item.Here)} | {Cell(item.Ckan)} | {Cell(item.Why)} |\n");
        }

        foreach (var (family, names) in differences.Families)
        {
            Family(text, family, names, byName, differences);
        }

        text.Append("\n## Ours\n\n| action | what for | method | who | parameters |\n| --- | --- | --- | --- | --- |\n");
        foreach (var (name, purpose) in differences.Ours)
        {
            text.Append(byName.TryGetValue(name, out var action) ? $"| `{name}` | {Cell(purpose)} | {Facts(action)} |\n" : $"| `{name}` | {Cell(purpose)} | – | – | – |\n");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Family(
        StringBuilder text, string family, IReadOnlyList<string> names, Dictionary<string, ActionDescriptor> byName, Differences differences)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {family}\n\n");
        if (!names.Any(byName.ContainsKey))
        {
            text.Append(CultureInfo.InvariantCulture, $"None of them yet: {string.Join(", ", names.Select(name => $"`{name}`"))}. {differences.Lacking.GetValueOrDefault(family, "A later release.")}\n");
            return;
        }

        text.Append("| action | there | method | who | parameters |\n| --- | --- | --- | --- | --- |\n");
        foreach (var name in names)
        {
            text.Append(byName.TryGetValue(name, out var action)
                ? $"| `{name}` | yes | {Facts(action)} |\n"
                : $"| `{name}` | {Cell(differences.Lacking.GetValueOrDefault(name, "not yet"))} | | | |\n");
        }
    }

    private static string Facts(ActionDescriptor action) =>
        $"{(action.ReadOnly ? "GET, POST" : "POST")} | {Who(action.Access)} | {string.Join(", ", action.Parameters.Select(p => p.Required ? $"**{p.Name}**" : p.Name))}";

    private static string Who(Access access) => access switch
    {
        Access.Anyone => "anyone",
        Access.Checked => "by rights on the object",
        Access.SignedIn => "signed in",
        Access.Sysadmin => "sysadmin",
        _ => throw new ArgumentOutOfRangeException(nameof(access), access, null),
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
