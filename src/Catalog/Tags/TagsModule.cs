using Microsoft.Extensions.DependencyInjection;

namespace Purbalingga.Catalog.Tags;

/// <summary>Tags and vocabularies.</summary>
public static class TagsModule
{
    public static IServiceCollection AddTags(this IServiceCollection services) => services;
}
