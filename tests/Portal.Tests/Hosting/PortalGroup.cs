namespace Purbalingga.Portal.Tests.Hosting;

/// <summary>Test classes that share one running portal; they make names of their own and leave each other's alone.</summary>
[CollectionDefinition(Name)]
public sealed class PortalGroup : ICollectionFixture<PortalFixture>
{
    public const string Name = "portal";
}
