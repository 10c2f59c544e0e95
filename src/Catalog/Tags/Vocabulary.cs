using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Tags;

/// <summary>A named list of tags.</summary>
public sealed class Vocabulary
{
    public required string Id { get; set; }

    public required string Name { get; set; }
}

internal sealed class VocabularyConfiguration : IEntityTypeConfiguration<Vocabulary>
{
    public void Configure(EntityTypeBuilder<Vocabulary> builder)
    {
        builder.ToTable("vocabulary");
        builder.Property(v => v.Id).HasMaxLength(36);
        builder.Property(v => v.Name).HasMaxLength(100);
        builder.HasIndex(v => v.Name).IsUnique();
    }
}
