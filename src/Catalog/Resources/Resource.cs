using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Purbalingga.Catalog.Datasets;

namespace Purbalingga.Catalog.Resources;

/// <summary>A file or link of a dataset (<c>dcat:Distribution</c>).</summary>
public sealed class Resource
{
    /// <summary>UUID, lower case.</summary>
    public required string Id { get; set; }

    public required string DatasetId { get; set; }

    /// <summary>0-based place among the active resources.</summary>
    public int Position { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    /// <summary>Address of a link; the munged file name of an upload.</summary>
    public string Url { get; set; } = "";

    /// <summary>null for a link, <c>upload</c>, <c>datastore</c>, <c>tabledesigner</c>.</summary>
    public string? UrlType { get; set; }

    public string Format { get; set; } = "";

    public string? Mimetype { get; set; }

    public string? MimetypeInner { get; set; }

    /// <summary>As given; of an upload the SHA-256 as 64 hex digits.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Bytes.</summary>
    public long? Size { get; set; }

    public string? ResourceType { get; set; }

    public string? CacheUrl { get; set; }

    public DateTime? CacheLastUpdated { get; set; }

    public DateTime Created { get; set; }

    public DateTime? LastModified { get; set; }

    public DateTime MetadataModified { get; set; }

    public string State { get; set; } = RecordState.Active;

    /// <summary>Further keys that callers gave, as one JSON object; null for none.</summary>
    public string? ExtrasJson { get; set; }

    /// <summary>SHA-256 of the uploaded file in the store; null for a link.</summary>
    public string? FileHash { get; set; }

    /// <summary>Whether an uploaded file still waits to be read as a table.</summary>
    public InspectionState Inspection { get; set; }
}

internal sealed class ResourceConfiguration : IEntityTypeConfiguration<Resource>
{
    public void Configure(EntityTypeBuilder<Resource> builder)
    {
        builder.ToTable("resource");
        builder.Property(r => r.Id).HasMaxLength(36);
        builder.Property(r => r.DatasetId).HasMaxLength(36);
        builder.Property(r => r.UrlType).HasMaxLength(100);
        builder.Property(r => r.Format).HasMaxLength(200);
        builder.Property(r => r.State).HasMaxLength(100);
        builder.Property(r => r.FileHash).HasMaxLength(64);
        builder.HasIndex(r => new { r.DatasetId, r.State, r.Position });
        builder.HasIndex(r => r.FileHash);
        builder.HasIndex(r => r.Inspection);
        builder.HasOne<Dataset>().WithMany(d => d.Resources).HasForeignKey(r => r.DatasetId).OnDelete(DeleteBehavior.Cascade);
    }
}
