using System.CommandLine;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.Configuration;
using Purbalingga.Catalog.Settings;
using Purbalingga.Portal.Cli;

namespace Purbalingga.Architecture.Tests;

/// <summary>README and settings say what is there, and nothing else.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Readme = Repository.Read("README.md");

    [Fact]
    public void Should_name_every_package_with_its_version_in_the_readme()
    {
        var pinned = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(p => $"{p.Attribute("Include")!.Value} {p.Attribute("Version")!.Value}");

        Assert.Equal(pinned.Order(StringComparer.Ordinal), Rows(Readme, "## Packages").SelectMany(Packages).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Should_give_a_reason_for_every_package() =>
        Assert.All(Rows(Readme, "## Packages"), row => Assert.False(string.IsNullOrWhiteSpace(row[2]), row[0]));

    [Fact]
    public void Should_document_every_setting_with_its_default()
    {
        var defaults = new CkanSettings(null!, new ConfigurationBuilder().Build());
        var documented = Rows(Repository.Read("docs/settings.md"), "## CKAN's settings").ToList();

        Assert.Equal(
            CkanSettings.Known.Select(key => $"{key} = {defaults.Get(key)}").Order(StringComparer.Ordinal),
            documented.Select(row => $"{row[0].Trim('`')} = {row[1].Trim('`')}").Order(StringComparer.Ordinal));
        Assert.All(documented, row => Assert.False(string.IsNullOrWhiteSpace(row[2]), row[0]));
    }

    [Fact]
    public void Should_name_every_command_and_option_in_the_readme()
    {
        var root = PortalCommands.Root();
        var lacking = Commands(root, "").Where(name => !Readme.Contains($"`{name}", StringComparison.Ordinal))
            .Concat(Options(root).Where(name => !Regex.IsMatch(Readme, $@"{name}(?![\w-])")));

        Assert.NotEmpty(root.Subcommands);
        Assert.Empty(lacking);
    }

    private static IEnumerable<string> Commands(Command command, string before) => command.Subcommands.SelectMany(child =>
        child.Subcommands.Count == 0 ? [before + child.Name] : Commands(child, before + child.Name + " "));

    // Help and version come from the library of the command line
    private static IEnumerable<string> Options(Command command) =>
        command.Options.Where(o => o.GetType().IsGenericType).Select(o => o.Name).Concat(command.Subcommands.SelectMany(Options)).Distinct();

    /// <summary>Cells of the first table under a heading.</summary>
    private static IEnumerable<string[]> Rows(string text, string heading)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').SkipWhile(line => line != heading).SkipWhile(line => !line.StartsWith('|'));
        return lines.TakeWhile(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim()).ToArray());
    }

    /// <summary><c>A (B, C), D</c> and <c>1, 2</c> are A 1, A.B 1, A.C 1 and D 2; one version holds for all.</summary>
    private static IEnumerable<string> Packages(string[] row)
    {
        var names = Name().Matches(row[0]);
        var versions = row[1].Split(", ");
        for (var i = 0; i < names.Count; i++)
        {
            var version = versions[versions.Length == 1 ? 0 : i];
            yield return $"{names[i].Groups["name"].Value} {version}";
            foreach (var part in names[i].Groups["parts"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries))
            {
                yield return $"{names[i].Groups["name"].Value}.{part} {version}";
            }
        }
    }

    [GeneratedRegex(@"(?<name>[\w.]+)(?: \((?<parts>[^)]+)\))?(?:, |$)")]
    private static partial Regex Name();
}
