using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Datasets;

/// <summary>A user who may work on one dataset without being a member of its organization.</summary>
public sealed class Collaborator
{
    public required string DatasetId { get; set; }

    public required string UserId { get; set; }

    /// <summary>member, editor or admin.</summary>
    public required string Capacity { get; set; }

    public DateTime Modified { get; set; }
}

internal sealed class CollaboratorConfiguration : IEntityTypeConfiguration<Collaborator>
{
    public void Configure(EntityTypeBuilder<Collaborator> builder)
    {
        builder.ToTable("collaborator");
        builder.HasKey(c => new { c.DatasetId, c.UserId });
        builder.Property(c => c.DatasetId).HasMaxLength(36);
        builder.Property(c => c.UserId).HasMaxLength(36);
        builder.Property(c => c.Capacity).HasMaxLength(20);
        builder.HasIndex(c => c.UserId);
        builder.HasOne<Dataset>().WithMany().HasForeignKey(c => c.DatasetId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
