using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Groups;

/// <summary>
/// What belongs to an organization or group, in CKAN's polymorphic form: users (capacity = role), datasets of a group
/// (capacity <c>public</c>; ownership by an organization is <c>Dataset.OwnerOrg</c>), and parents (the row's group is the child, the object its parent).
/// </summary>
public sealed class Member
{
    public required string Id { get; set; }

    public required string GroupId { get; set; }

    /// <summary>user, package or group.</summary>
    public required string TableName { get; set; }

    public required string TableId { get; set; }

    public required string Capacity { get; set; }

    public string State { get; set; } = RecordState.Active;

    public Group? Group { get; set; }
}

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("member");
        builder.Property(m => m.Id).HasMaxLength(36);
        builder.Property(m => m.GroupId).HasMaxLength(100);
        builder.Property(m => m.TableName).HasMaxLength(20);
        builder.Property(m => m.TableId).HasMaxLength(100);
        builder.Property(m => m.Capacity).HasMaxLength(100);
        builder.Property(m => m.State).HasMaxLength(100);
        builder.HasIndex(m => new { m.GroupId, m.TableName, m.TableId }).IsUnique();
        builder.HasIndex(m => new { m.TableId, m.TableName });
        builder.HasOne(m => m.Group).WithMany().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Cascade);
    }
}
