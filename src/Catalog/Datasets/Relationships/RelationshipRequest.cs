using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Datasets.Relationships;

/// <summary>Two datasets and how the first relates to the second.</summary>
internal sealed record RelationshipRequest(
    [Required, Doc("Id or name of the first dataset.")] string Subject,
    [Required, Doc("Id or name of the second dataset.")] string Object,
    [Required, Doc("depends_on, dependency_of, derives_from, has_derivation, links_to, linked_from, child_of or parent_of.", Example = "\"derives_from\"")] string Type,
    string? Comment = null);
