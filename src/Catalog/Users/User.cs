using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Users;

/// <summary>Somebody who can sign in.</summary>
public sealed class User
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    public string? Fullname { get; set; }

    /// <summary>As given; compared without case.</summary>
    public string? Email { get; set; }

    /// <summary>Lower case of <see cref="Email"/>, for look-ups.</summary>
    public string? EmailKey { get; set; }

    /// <summary>ASP.NET Identity's format (PBKDF2); null when the user cannot sign in by password.</summary>
    public string? PasswordHash { get; set; }

    public string? About { get; set; }

    public string? ImageUrl { get; set; }

    public bool IsSysadmin { get; set; }

    public bool ActivityStreamsEmailNotifications { get; set; }

    public string State { get; set; } = RecordState.Active;

    public DateTime Created { get; set; }

    public DateTime? LastActive { get; set; }

    /// <summary>Changes when sessions must end (password, role, sign-out everywhere).</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>True until a password made by the system was replaced.</summary>
    public bool MustChangePassword { get; set; }

    public int FailedSignIns { get; set; }

    /// <summary>Sign-ins are refused until then.</summary>
    public DateTime? LockedUntil { get; set; }

    public string? PluginExtrasJson { get; set; }
}

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("user");
        builder.Property(u => u.Id).HasMaxLength(36);
        builder.Property(u => u.Name).HasMaxLength(100);
        builder.Property(u => u.EmailKey).HasMaxLength(320);
        builder.Property(u => u.State).HasMaxLength(100);
        builder.Property(u => u.SecurityStamp).HasMaxLength(64);
        builder.HasIndex(u => u.Name).IsUnique();
        builder.HasIndex(u => u.EmailKey);
    }
}
