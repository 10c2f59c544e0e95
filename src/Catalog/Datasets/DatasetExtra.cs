using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Datasets;

/// <summary>A free key and value of a dataset.</summary>
public sealed class DatasetExtra
{
    public required string DatasetId { get; set; }

    public required string Key { get; set; }

    public string Value { get; set; } = "";
}

internal sealed class DatasetExtraConfiguration : IEntityTypeConfiguration<DatasetExtra>
{
    public void Configure(EntityTypeBuilder<DatasetExtra> builder)
    {
        builder.ToTable("dataset_extra");
        builder.HasKey(e => new { e.DatasetId, e.Key });
        builder.Property(e => e.DatasetId).HasMaxLength(36);
        builder.Property(e => e.Key).HasMaxLength(300);
        builder.HasOne<Dataset>().WithMany(d => d.Extras).HasForeignKey(e => e.DatasetId).OnDelete(DeleteBehavior.Cascade);
    }
}
