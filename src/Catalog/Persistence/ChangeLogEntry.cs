using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Persistence;

/// <summary>One committed change; the search index and the caches of every node follow these in order.</summary>
public sealed class ChangeLogEntry
{
    /// <summary>1, 2, 3 ... without gaps, in the order of commits.</summary>
    public long Sequence { get; set; }

    public ChangeKind Kind { get; set; }

    public required string ObjectId { get; set; }

    public DateTime At { get; set; }
}

internal sealed class ChangeLogEntryConfiguration : IEntityTypeConfiguration<ChangeLogEntry>
{
    public void Configure(EntityTypeBuilder<ChangeLogEntry> builder)
    {
        builder.ToTable("change_log");
        builder.HasKey(c => c.Sequence);
        builder.Property(c => c.Sequence).ValueGeneratedNever();
        builder.Property(c => c.ObjectId).HasMaxLength(100);
    }
}
