using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Users;

/// <summary>A token of a user; the secret itself is shown once and only its hash is kept.</summary>
public sealed class ApiToken
{
    /// <summary>The <c>jti</c>: 43 URL-safe characters.</summary>
    public required string Id { get; set; }

    public required string Name { get; set; }

    public required string UserId { get; set; }

    /// <summary>SHA-256 of the whole token, 64 lower-case hex digits.</summary>
    public required string Hash { get; set; }

    /// <summary>null: everything the user may do; <c>read</c>: actions without side effects only.</summary>
    public string? Scope { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? ExpiresAt { get; set; }

    public DateTime? LastAccess { get; set; }

    public User? User { get; set; }
}

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_token");
        builder.Property(t => t.Id).HasMaxLength(64);
        builder.Property(t => t.UserId).HasMaxLength(36);
        builder.Property(t => t.Hash).HasMaxLength(64);
        builder.Property(t => t.Scope).HasMaxLength(100);
        builder.HasIndex(t => t.Hash).IsUnique();
        builder.HasOne(t => t.User).WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
