using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Tags;

/// <summary>Tags and vocabularies.</summary>
public static class TagsModule
{
    public static IServiceCollection AddTags(this IServiceCollection services) => services
        .AddScoped<TagViews>()
        .AddScoped<TagRemoval>()
        .AddScoped<VocabularyDraft>()
        .AddAction<ListTags>()
        .AddAction<ShowTag>()
        .AddAction<SearchTags>()
        .AddAction<AutocompleteTags>()
        .AddAction<CreateTag>()
        .AddAction<DeleteTag>()
        .AddAction<ListVocabularies>()
        .AddAction<ShowVocabulary>()
        .AddAction<CreateVocabulary>()
        .AddAction<UpdateVocabulary>()
        .AddAction<DeleteVocabulary>();
}
