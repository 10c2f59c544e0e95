using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Users;

/// <summary>Failed sign-ins from one network address, whatever the account; forgotten after a while.</summary>
public sealed class SignInAddress
{
    /// <summary>An IPv4 address, or the first 64 bits of an IPv6 one.</summary>
    public required string Address { get; set; }

    public int Failures { get; set; }

    public DateTime LastFailure { get; set; }
}

internal sealed class SignInAddressConfiguration : IEntityTypeConfiguration<SignInAddress>
{
    public void Configure(EntityTypeBuilder<SignInAddress> builder)
    {
        builder.ToTable("sign_in_address");
        builder.HasKey(a => a.Address);
        builder.Property(a => a.Address).HasMaxLength(64);
        builder.HasIndex(a => a.LastFailure);
    }
}
