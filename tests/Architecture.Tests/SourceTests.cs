using System.Text.RegularExpressions;

namespace Purbalingga.Architecture.Tests;

/// <summary>Habits of the house that no analyzer watches.</summary>
public sealed partial class SourceTests
{
    private static readonly string[] Code =
        [.. Repository.Files(".cs").Where(path => path.StartsWith("src/", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal))];

    public static TheoryData<string> SecretShapes =>
    [
        "-----BEGIN [A-Z ]*PRIVATE KEY-----",
        @"\bAKIA[0-9A-Z]{16}\b",
        @"\bgh[pousr]_[A-Za-z0-9]{30,}",
        @"\bxox[abp]-[0-9A-Za-z-]{10,}",
        @"\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}",
        @"(?i)(password|pwd|secret|api_?key)=[^\s;""'{}<>$]{6,}",
    ];

    [Fact]
    public void Should_have_one_type_a_file_or_an_entity_with_its_configuration() =>
        AssertNone(Code.Where(path => Types().Matches(Repository.Read(path)).Count(m => !m.Groups["name"].Value.EndsWith("Configuration", StringComparison.Ordinal) && !m.Groups["name"].Value.EndsWith("Attribute", StringComparison.Ordinal)) > 1));

    [Fact]
    public void Should_name_namespaces_after_folders() =>
        AssertNone(Code.Where(path => Namespace().Match(Repository.Read(path)) is { Success: true } match
            && match.Groups["name"].Value != "Purbalingga." + string.Join('.', path.Split('/')[1..^1])));

    [Fact]
    public void Should_build_every_project_with_the_solution()
    {
        var solution = Repository.Read("Purbalingga.sln").Replace('\\', '/');

        AssertNone(Repository.Projects.Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_lock_the_packages_of_every_project() =>
        AssertNone(Repository.Projects.Where(path => !File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, "packages.lock.json"))));

    [Fact]
    public void Should_pin_versions_in_one_place() =>
        AssertNone(Repository.Projects.Where(path => VersionInProject().IsMatch(Repository.Read(path))));

    [Theory, MemberData(nameof(SecretShapes))]
    public void Should_hold_no_secret(string shape)
    {
        var secret = new Regex(shape, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        string[] endings = [".cs", ".cshtml", ".json", ".js", ".md", ".yml", ".yaml", ".xml", ".props", ".targets", ".csproj", ".config", ".env", ".sh", ".pem", ".key"];
        var files = endings.SelectMany(Repository.Files).Where(path => !path.EndsWith("packages.lock.json", StringComparison.Ordinal)
            && !path.EndsWith(nameof(SourceTests) + ".cs", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        AssertNone(files.Where(path => secret.IsMatch(Repository.Read(path))));
    }

    // Names all that are wrong, where the assertion of the library shortens the list
    private static void AssertNone(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), string.Join('\n', wrong));

    [GeneratedRegex(@"^(?:public |internal |file )(?:static |sealed |abstract |readonly |partial |ref |unsafe )*(?:class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Types();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"<PackageReference [^>]*Version(Override)?=")]
    private static partial Regex VersionInProject();
}
