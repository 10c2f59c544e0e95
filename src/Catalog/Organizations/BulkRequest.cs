using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Organizations;

/// <summary>Names some datasets of one organization; those of others are passed over.</summary>
internal sealed record BulkRequest(
    [Required, Doc("Id or name of the organization.")] string OrgId, [Doc("Ids or names of datasets.")] IReadOnlyList<string>? Datasets = null);
