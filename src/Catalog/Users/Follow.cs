using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Users;

/// <summary>A user follows a dataset, an organization or group, or another user.</summary>
public sealed class Follow
{
    public required string FollowerId { get; set; }

    public required string ObjectId { get; set; }

    /// <summary>user, dataset or group.</summary>
    public required string ObjectType { get; set; }

    public DateTime At { get; set; }
}

internal sealed class FollowConfiguration : IEntityTypeConfiguration<Follow>
{
    public void Configure(EntityTypeBuilder<Follow> builder)
    {
        builder.ToTable("follow");
        builder.HasKey(f => new { f.FollowerId, f.ObjectType, f.ObjectId });
        builder.Property(f => f.FollowerId).HasMaxLength(36);
        builder.Property(f => f.ObjectId).HasMaxLength(100);
        builder.Property(f => f.ObjectType).HasMaxLength(20);
        builder.HasIndex(f => new { f.ObjectType, f.ObjectId });
        builder.HasOne<User>().WithMany().HasForeignKey(f => f.FollowerId).OnDelete(DeleteBehavior.Cascade);
    }
}
