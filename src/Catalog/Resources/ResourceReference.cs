using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Resources;

/// <summary>Names one resource.</summary>
internal sealed record ResourceReference([Required, Doc("Id of the resource.", Example = "\"3f6a1d0c-0000-4000-8000-000000000000\"")] string Id);
