using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Activities;

/// <summary>Who did what to which object, when.</summary>
public sealed class Activity
{
    public required string Id { get; set; }

    public DateTime Timestamp { get; set; }

    public required string UserId { get; set; }

    public required string ObjectId { get; set; }

    /// <summary>Such as <c>new package</c>, <c>changed organization</c>.</summary>
    public required string ActivityType { get; set; }

    /// <summary>JSON of the object after the change.</summary>
    public byte[]? Data { get; set; }

    /// <summary>Permission labels, separated by blanks.</summary>
    public string? Labels { get; set; }
}

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.ToTable("activity");
        builder.Property(a => a.Id).HasMaxLength(36);
        builder.Property(a => a.UserId).HasMaxLength(100);
        builder.Property(a => a.ObjectId).HasMaxLength(100);
        builder.Property(a => a.ActivityType).HasMaxLength(100);
        builder.HasIndex(a => new { a.ObjectId, a.Timestamp });
        builder.HasIndex(a => new { a.UserId, a.Timestamp });
        builder.HasIndex(a => a.Timestamp);
    }
}
