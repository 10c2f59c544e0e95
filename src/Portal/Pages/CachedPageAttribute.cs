using Microsoft.AspNetCore.Mvc.Filters;

namespace Purbalingga.Portal.Pages;

/// <summary>A page that is the same for every visitor who is not signed in: kept as bytes until the catalog changes.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CachedPageAttribute : Attribute, IFilterFactory
{
    public bool IsReusable => true;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => serviceProvider.GetRequiredService<PageCache>();
}
