using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Resources;

/// <summary>What reading a file as a table showed; of the same bytes it is the same, so it is kept by their hash.</summary>
public sealed class TableInspection
{
    /// <summary>SHA-256 of the file, 64 lower-case hex digits.</summary>
    public required string Hash { get; set; }

    /// <summary>Columns, first rows and shape as JSON; null for what is no table or cannot be read.</summary>
    public string? PreviewJson { get; set; }

    /// <summary>Why it cannot be read: sheet, row, column, value and what to do, in both languages, as JSON; null when it can or is no table.</summary>
    public string? ErrorJson { get; set; }

    public DateTime Inspected { get; set; }
}

internal sealed class TableInspectionConfiguration : IEntityTypeConfiguration<TableInspection>
{
    public void Configure(EntityTypeBuilder<TableInspection> builder)
    {
        builder.ToTable("table_inspection");
        builder.HasKey(i => i.Hash);
        builder.Property(i => i.Hash).HasMaxLength(64);
    }
}
