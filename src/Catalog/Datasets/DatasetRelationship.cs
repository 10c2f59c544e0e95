using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Datasets;

/// <summary>A typed link between two datasets, always stored in its forward direction (depends_on, derives_from, links_to, child_of).</summary>
public sealed class DatasetRelationship
{
    public required string Id { get; set; }

    public required string SubjectId { get; set; }

    public required string ObjectId { get; set; }

    public required string Type { get; set; }

    public string? Comment { get; set; }

    public string State { get; set; } = RecordState.Active;
}

internal sealed class DatasetRelationshipConfiguration : IEntityTypeConfiguration<DatasetRelationship>
{
    public void Configure(EntityTypeBuilder<DatasetRelationship> builder)
    {
        builder.ToTable("dataset_relationship");
        builder.Property(r => r.Id).HasMaxLength(36);
        builder.Property(r => r.SubjectId).HasMaxLength(36);
        builder.Property(r => r.ObjectId).HasMaxLength(36);
        builder.Property(r => r.Type).HasMaxLength(20);
        builder.HasIndex(r => new { r.SubjectId, r.ObjectId, r.Type });
        builder.HasIndex(r => r.ObjectId);
        builder.HasOne<Dataset>().WithMany().HasForeignKey(r => r.SubjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Dataset>().WithMany().HasForeignKey(r => r.ObjectId).OnDelete(DeleteBehavior.NoAction);
    }
}
