using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Purbalingga.Catalog.Resources;

namespace Purbalingga.Catalog.Views;

/// <summary>A saved way to look at a resource.</summary>
public sealed class ResourceView
{
    public required string Id { get; set; }

    public required string ResourceId { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public required string ViewType { get; set; }

    public int Order { get; set; }

    /// <summary>The view's own keys, one JSON object.</summary>
    public string ConfigJson { get; set; } = "{}";
}

internal sealed class ResourceViewConfiguration : IEntityTypeConfiguration<ResourceView>
{
    public void Configure(EntityTypeBuilder<ResourceView> builder)
    {
        builder.ToTable("resource_view");
        builder.Property(v => v.Id).HasMaxLength(36);
        builder.Property(v => v.ResourceId).HasMaxLength(36);
        builder.Property(v => v.ViewType).HasMaxLength(100);
        builder.HasIndex(v => new { v.ResourceId, v.Order });
        builder.HasOne<Resource>().WithMany().HasForeignKey(v => v.ResourceId).OnDelete(DeleteBehavior.Cascade);
    }
}
