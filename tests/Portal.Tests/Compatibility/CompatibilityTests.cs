using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Portal.Tests.Compatibility;

/// <summary>The document that says what of CKAN is there stays true.</summary>
public sealed class CompatibilityTests
{
    private const string Renew = "RENEW_DOCS";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string Docs = FindDocs();

    private static readonly ActionDescriptor[] Registered =
    [
        .. new ServiceCollection().AddCatalog((_, _) => { })
            .Where(s => s.ServiceType == typeof(ActionDescriptor)).Select(s => (ActionDescriptor)s.ImplementationInstance!),
    ];

    private readonly Differences _differences =
        JsonSerializer.Deserialize<Differences>(File.ReadAllText(Path.Combine(Docs, "ckan-differences.json")), Json)!;

    [Fact]
    public void Should_mark_every_action_that_CKAN_lacks_as_ours()
    {
        var ckan = _differences.Families.Values.SelectMany(names => names).ToList();
        Assert.NotEmpty(ckan);
        Assert.Equal(ckan.Count, ckan.Distinct().Count());
        Assert.Equal(Registered.Select(a => a.Name).Except(ckan).Order(StringComparer.Ordinal), _differences.Ours.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Should_give_a_reason_for_every_difference()
    {
        Assert.NotEmpty(_differences.Items);
        Assert.All(_differences.Items, item => Assert.All((string[])[item.About, item.Here, item.Ckan, item.Why], text => Assert.False(string.IsNullOrWhiteSpace(text))));
    }

    [Fact]
    public void Should_explain_only_what_is_lacking()
    {
        var there = Registered.Select(a => a.Name).ToHashSet();
        Assert.All(_differences.Lacking.Keys, key => Assert.False(
            there.Contains(key) || (_differences.Families.TryGetValue(key, out var family) && family.Any(there.Contains)), $"{key} is there now"));
    }

    [Fact]
    public void Should_document_every_action()
    {
        var path = Path.Combine(Docs, "ckan-compatibility.md");
        var document = CompatibilityDocument.Write(Registered, _differences);
        if (Environment.GetEnvironmentVariable(Renew) == "1")
        {
            File.WriteAllText(path, document);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == document,
            $"docs/ckan-compatibility.md is not what the actions are now; renew it with {Renew}=1 dotnet test tests/Portal.Tests --filter Compatibility");
    }

    private static string FindDocs()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Purbalingga.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests must run inside the repository");
        }

        return Path.Combine(folder.FullName, "docs");
    }
}
