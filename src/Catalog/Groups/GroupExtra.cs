using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Groups;

/// <summary>A free key and value of an organization or group.</summary>
public sealed class GroupExtra
{
    public required string GroupId { get; set; }

    public required string Key { get; set; }

    public string Value { get; set; } = "";
}

internal sealed class GroupExtraConfiguration : IEntityTypeConfiguration<GroupExtra>
{
    public void Configure(EntityTypeBuilder<GroupExtra> builder)
    {
        builder.ToTable("group_extra");
        builder.HasKey(e => new { e.GroupId, e.Key });
        builder.Property(e => e.GroupId).HasMaxLength(100);
        builder.Property(e => e.Key).HasMaxLength(300);
        builder.HasOne<Group>().WithMany(g => g.Extras).HasForeignKey(e => e.GroupId).OnDelete(DeleteBehavior.Cascade);
    }
}
