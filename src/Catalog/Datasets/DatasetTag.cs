using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Purbalingga.Catalog.Tags;

namespace Purbalingga.Catalog.Datasets;

/// <summary>A dataset carries a tag (<c>dcat:keyword</c>).</summary>
public sealed class DatasetTag
{
    public required string DatasetId { get; set; }

    public required string TagId { get; set; }

    public Tag? Tag { get; set; }
}

internal sealed class DatasetTagConfiguration : IEntityTypeConfiguration<DatasetTag>
{
    public void Configure(EntityTypeBuilder<DatasetTag> builder)
    {
        builder.ToTable("dataset_tag");
        builder.HasKey(t => new { t.DatasetId, t.TagId });
        builder.Property(t => t.DatasetId).HasMaxLength(36);
        builder.Property(t => t.TagId).HasMaxLength(36);
        builder.HasIndex(t => t.TagId);
        builder.HasOne<Dataset>().WithMany(d => d.Tags).HasForeignKey(t => t.DatasetId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(t => t.Tag).WithMany().HasForeignKey(t => t.TagId).OnDelete(DeleteBehavior.Cascade);
    }
}
