using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>Names one resource as CKAN's loaders do.</summary>
internal sealed record LoaderReference(
    [Required, Alias("id"), Doc("Id of the resource; id means the same.", Example = "\"3f6a1d0c-0000-4000-8000-000000000000\"")] string ResourceId,
    [Doc("Load also when the file did not change.")] bool IgnoreHash = false);
