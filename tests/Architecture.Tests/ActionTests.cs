using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Architecture.Tests;

/// <summary>Every action is one class that the registry knows and that says what it does.</summary>
public sealed partial class ActionTests
{
    private static readonly Type[] Actions =
        [.. typeof(CatalogModule).Assembly.GetTypes().Where(t => t.GetCustomAttribute<CkanActionAttribute>() is not null)];

    private static readonly ActionDescriptor[] Registered =
    [
        .. new ServiceCollection().AddCatalog((_, _) => { })
            .Where(s => s.ServiceType == typeof(ActionDescriptor)).Select(s => (ActionDescriptor)s.ImplementationInstance!),
    ];

    [Fact]
    public void Should_be_internal_and_sealed()
    {
        Assert.NotEmpty(Actions);
        Assert.All(Actions, action => Assert.True(action is { IsNotPublic: true, IsSealed: true, IsNested: false }, action.FullName));
    }

    [Fact]
    public void Should_have_one_method_that_runs_it() =>
        Assert.All(Actions, action => Assert.Single(
            action.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly), method => method.Name == "RunAsync"));

    [Fact]
    public void Should_be_registered_once_each() =>
        Assert.Equal(
            Actions.Select(a => a.GetCustomAttribute<CkanActionAttribute>()!.Name).Order(StringComparer.Ordinal),
            Registered.Select(a => a.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Should_have_a_wire_name_of_its_own_in_snake_case()
    {
        Assert.All(Registered, action => Assert.Matches(SnakeCase(), action.Name));
        Assert.Equal(Registered.Length, Registered.Select(a => a.Name).Distinct().Count());
    }

    [Fact]
    public void Should_say_what_it_does() =>
        Assert.All(Actions, action => Assert.True(action.GetCustomAttribute<DocAttribute>() is { Text.Length: > 10 }, action.FullName));

    [GeneratedRegex("^[a-z]+(_[a-z]+)*$")]
    private static partial Regex SnakeCase();
}
