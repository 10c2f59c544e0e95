using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Storage;

/// <summary>A file that the store holds and somebody refers to or has just sent.</summary>
public sealed class StoredFileRecord
{
    /// <summary>SHA-256, 64 lower-case hex digits; the bytes lie under it.</summary>
    public required string Hash { get; set; }

    /// <summary>Bytes.</summary>
    public long Length { get; set; }

    /// <summary>What its bytes are, a media type.</summary>
    public required string MediaType { get; set; }

    public DateTime Stored { get; set; }

    /// <summary>When the bytes were last read again and found equal to the hash.</summary>
    public DateTime? Verified { get; set; }
}

internal sealed class StoredFileRecordConfiguration : IEntityTypeConfiguration<StoredFileRecord>
{
    public void Configure(EntityTypeBuilder<StoredFileRecord> builder)
    {
        builder.ToTable("stored_file");
        builder.HasKey(f => f.Hash);
        builder.Property(f => f.Hash).HasMaxLength(64);
        builder.Property(f => f.MediaType).HasMaxLength(200);
    }
}
