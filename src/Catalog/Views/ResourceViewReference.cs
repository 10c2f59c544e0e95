using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Views;

/// <summary>Names one view.</summary>
internal sealed record ResourceViewReference([Required, Doc("Id of the view.", Example = "\"0c5a4b8e-7c1d-4f0a-9f52-2f6d8f0f6f11\"")] string Id);
