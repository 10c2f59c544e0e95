using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tags;

/// <summary>Takes tags away from everything, so that no dataset goes on showing them.</summary>
internal sealed class TagRemoval(CatalogContext context, DatasetDocuments documents)
{
    private const int Page = 200;

    public async Task RemoveAsync(IReadOnlyList<Tag> tags, CancellationToken ct)
    {
        var ids = tags.Select(t => t.Id).ToList();
        var datasets = await context.DatasetTags.Where(t => ids.Contains(t.TagId)).Select(t => t.DatasetId).Distinct().ToListAsync(ct);
        await context.DatasetTags.Where(t => ids.Contains(t.TagId)).ExecuteDeleteAsync(ct);
        context.Tags.RemoveRange(tags);
        foreach (var page in datasets.Chunk(Page))
        {
            await documents.RepublishAsync(context.Datasets.Where(d => page.Contains(d.Id)), ct);
        }
    }
}
