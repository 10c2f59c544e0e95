using System.Reflection;

namespace Purbalingga.Architecture.Tests;

/// <summary>Which project may refer to which; the rest follows from what a compiler can see.</summary>
public sealed class WhoKnowsWhomTests
{
    private const string Host = "Portal";

    // A new project under src/ takes a line here, and with it a decision
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Search"] = [],
        ["Tables"] = ["DuckDb"],
        ["DuckDb"] = [],
        ["Catalog"] = ["DuckDb", "Search", "Tables"],
        ["Migrations.Sqlite"] = ["Catalog"],
        ["Migrations.PostgreSql"] = ["Catalog"],
        ["Migrations.SqlServer"] = ["Catalog"],
        [Host] = ["DuckDb", "Search", "Tables", "Catalog", "Migrations.Sqlite", "Migrations.PostgreSql", "Migrations.SqlServer"],
    };

    // One provider lives in one project; SQLite's errors are also told apart in the catalog, whose default it is, and PostgreSQL is an engine of its DataStore
    private static readonly Dictionary<string, string[]> Providers = new()
    {
        ["Npgsql"] = ["Migrations.PostgreSql", "Catalog"],
        ["Microsoft.Data.SqlClient"] = ["Migrations.SqlServer"],
        ["Microsoft.EntityFrameworkCore.SqlServer"] = ["Migrations.SqlServer"],
        ["Microsoft.EntityFrameworkCore.Sqlite"] = ["Migrations.Sqlite"],
        ["Microsoft.Data.Sqlite"] = ["Migrations.Sqlite", "Catalog"],
    };

    public static TheoryData<string> Names => [.. Repository.Sources.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Should_refer_only_to_projects_it_may_know(string project)
    {
        var known = Repository.Sources[project].Descendants("ProjectReference")
            .Select(r => r.Attribute("Include")!.Value.Replace('\\', '/'))
            .Where(path => !path.Contains("/bridges/", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Empty(known.Except(MayKnow[project]));
    }

    [Theory, MemberData(nameof(Names))]
    public void Should_compile_against_only_what_it_may_know(string project)
    {
        const string Ours = "Purbalingga.";
        var known = References(project).Where(name => name.StartsWith(Ours, StringComparison.Ordinal)).Select(name => name[Ours.Length..]);

        Assert.Empty(known.Except(MayKnow[project]));
    }

    [Theory, MemberData(nameof(Names))]
    public void Should_keep_the_web_in_the_host(string project)
    {
        if (project == Host)
        {
            Assert.Contains(References(project), name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
            return;
        }

        Assert.DoesNotContain(References(project), name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.Equal("Microsoft.NET.Sdk", Repository.Sources[project].Root!.Attribute("Sdk")!.Value);
        Assert.Empty(Repository.Sources[project].Descendants("FrameworkReference"));
    }

    [Theory, MemberData(nameof(Names))]
    public void Should_keep_each_database_in_its_project(string project) =>
        Assert.DoesNotContain(References(project), name => Providers.TryGetValue(name, out var owners) && !owners.Contains(project));

    private static IEnumerable<string> References(string project) =>
        Assembly.Load("Purbalingga." + project).GetReferencedAssemblies().Select(a => a.Name!);
}
