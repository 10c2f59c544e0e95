using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Resources;

namespace Purbalingga.Catalog.Datasets;

/// <summary>One dataset (<c>dcat:Dataset</c>), CKAN's package.</summary>
public sealed class Dataset
{
    /// <summary>UUID, lower case.</summary>
    public required string Id { get; set; }

    /// <summary>Part of the URL; unique, also among deleted datasets.</summary>
    public required string Name { get; set; }

    /// <summary><c>dct:title</c>; null shows the name.</summary>
    public string? Title { get; set; }

    public string? Version { get; set; }

    /// <summary><c>dcat:landingPage</c>; never checked, as in CKAN.</summary>
    public string? Url { get; set; }

    public string? Author { get; set; }

    public string? AuthorEmail { get; set; }

    public string? Maintainer { get; set; }

    public string? MaintainerEmail { get; set; }

    /// <summary><c>dct:description</c>, Markdown.</summary>
    public string? Notes { get; set; }

    /// <summary>Id of a license, or any text.</summary>
    public string? LicenseId { get; set; }

    /// <summary><c>dataset</c>, or what an extension calls it; never changes.</summary>
    public string Type { get; set; } = "dataset";

    /// <summary>Organization id; null for an unowned dataset.</summary>
    public string? OwnerOrg { get; set; }

    public bool Private { get; set; }

    /// <summary>active, draft or deleted; any other text is kept as it is.</summary>
    public string State { get; set; } = RecordState.Active;

    /// <summary>Null when made anonymously.</summary>
    public string? CreatorUserId { get; set; }

    public DateTime MetadataCreated { get; set; }

    public DateTime MetadataModified { get; set; }

    /// <summary>Counts changes; two writers who read the same number cannot both succeed.</summary>
    public long Revision { get; set; }

    public List<DatasetExtra> Extras { get; set; } = [];

    public List<DatasetTag> Tags { get; set; } = [];

    /// <summary>Also deleted ones.</summary>
    public List<Resource> Resources { get; set; } = [];

    public Group? Owner { get; set; }
}

internal sealed class DatasetConfiguration : IEntityTypeConfiguration<Dataset>
{
    public void Configure(EntityTypeBuilder<Dataset> builder)
    {
        builder.ToTable("dataset");
        builder.Property(d => d.Id).HasMaxLength(36);
        builder.Property(d => d.Name).HasMaxLength(100);
        builder.Property(d => d.Version).HasMaxLength(100);
        builder.Property(d => d.Type).HasMaxLength(100);
        builder.Property(d => d.State).HasMaxLength(100);
        builder.Property(d => d.OwnerOrg).HasMaxLength(100);
        builder.Property(d => d.CreatorUserId).HasMaxLength(100);
        builder.Property(d => d.Revision).IsConcurrencyToken();
        builder.HasIndex(d => d.Name).IsUnique();
        builder.HasIndex(d => new { d.OwnerOrg, d.State, d.Private, d.MetadataModified });
        builder.HasIndex(d => new { d.State, d.Private, d.Name });
        builder.HasIndex(d => new { d.CreatorUserId, d.State, d.Private });
        builder.HasIndex(d => new { d.CreatorUserId, d.MetadataModified });
        builder.HasOne(d => d.Owner).WithMany().HasForeignKey(d => d.OwnerOrg).OnDelete(DeleteBehavior.SetNull);
    }
}
