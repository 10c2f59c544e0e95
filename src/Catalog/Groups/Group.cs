using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Groups;

/// <summary>An organization (an OPD, <c>foaf:Agent</c>) or a group (a theme, <c>dcat:theme</c>).</summary>
public sealed class Group
{
    public required string Id { get; set; }

    /// <summary>Part of the URL; unique among organizations and groups, also deleted ones.</summary>
    public required string Name { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public string? ImageUrl { get; set; }

    /// <summary><c>group</c>, <c>organization</c>, or a custom type.</summary>
    public string Type { get; set; } = "group";

    public bool IsOrganization { get; set; }

    public string ApprovalStatus { get; set; } = "approved";

    public string State { get; set; } = RecordState.Active;

    public DateTime Created { get; set; }

    public long Revision { get; set; }

    public List<GroupExtra> Extras { get; set; } = [];
}

internal sealed class GroupConfiguration : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.ToTable("group");
        builder.Property(g => g.Id).HasMaxLength(100);
        builder.Property(g => g.Name).HasMaxLength(100);
        builder.Property(g => g.Type).HasMaxLength(100);
        builder.Property(g => g.ApprovalStatus).HasMaxLength(100);
        builder.Property(g => g.State).HasMaxLength(100);
        builder.Property(g => g.Revision).IsConcurrencyToken();
        builder.HasIndex(g => g.Name).IsUnique();
        builder.HasIndex(g => new { g.IsOrganization, g.State });
    }
}
