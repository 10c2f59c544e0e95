using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Datasets;

/// <summary>
/// A dataset as CKAN shows it, rendered once in the transaction of each change. Reads serve these bytes; the index is made from them.
/// </summary>
public sealed class DatasetDocument
{
    /// <summary>The dataset's id.</summary>
    public required string Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Sequence of the change that rendered it.</summary>
    public long Sequence { get; set; }

    public string State { get; set; } = RecordState.Active;

    /// <summary>Permission labels, separated by blanks: a reader needs one of them.</summary>
    public string Labels { get; set; } = "";

    /// <summary>CKAN's dataset dictionary, UTF-8 JSON.</summary>
    public byte[] Json { get; set; } = [];
}

internal sealed class DatasetDocumentConfiguration : IEntityTypeConfiguration<DatasetDocument>
{
    public void Configure(EntityTypeBuilder<DatasetDocument> builder)
    {
        builder.ToTable("dataset_document");
        builder.Property(d => d.Id).HasMaxLength(36).ValueGeneratedNever();
        builder.Property(d => d.Name).HasMaxLength(100);
        builder.Property(d => d.State).HasMaxLength(100);
        // Two writers may render one dataset again, each for a reason of its own
        builder.Property(d => d.Sequence).IsConcurrencyToken();
        builder.HasIndex(d => d.Name).IsUnique();
        builder.HasIndex(d => d.Sequence);
    }
}
