using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Settings;

/// <summary>A setting that was changed at run time.</summary>
public sealed class Setting
{
    /// <summary>CKAN's key, such as <c>ckan.site_title</c>.</summary>
    public required string Key { get; set; }

    public string? Value { get; set; }
}

internal sealed class SettingConfiguration : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("setting");
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).HasMaxLength(100);
    }
}
