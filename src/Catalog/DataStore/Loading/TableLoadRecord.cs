using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>
/// The loading of a resource's uploaded file into its table: the work list of the loader, and what it remembers of the table that it made. Ordered in the
/// transaction that changes the file. It outlives the resource until the loader has dropped the table, so there is no foreign key.
/// </summary>
public sealed class TableLoadRecord
{
    public required string ResourceId { get; set; }

    public required string DatasetId { get; set; }

    public LoadState State { get; set; }

    /// <summary>Grows with every order and cancel, so that who works on an older one sees that it is no longer wanted.</summary>
    public int Version { get; set; }

    /// <summary>Load also when the table is of this file already: an operator asked for it.</summary>
    public bool Again { get; set; }

    /// <summary>Node that runs it: a load of a node that was killed starts again when the node does.</summary>
    public string? Node { get; set; }

    /// <summary>The loader made the table that is there, or was about to when it was killed. Others' tables are neither replaced nor dropped.</summary>
    public bool OwnsTable { get; set; }

    /// <summary>SHA-256 of the file that the served table was made of; null when the loader made none.</summary>
    public string? LoadedHash { get; set; }

    /// <summary>Rows of the served table when it was loaded.</summary>
    public long? Rows { get; set; }

    /// <summary>The plan by which the served table was read (<c>PlanJson</c>).</summary>
    public string? PlanJson { get; set; }

    /// <summary>What an operator put right in the plan (<c>TableCorrection</c>); null for nothing.</summary>
    public string? CorrectionJson { get; set; }

    /// <summary>Lines of the last load: a JSON list of <c>{time, message_id, message_en}</c>.</summary>
    public string? LogJson { get; set; }

    /// <summary>Why the last load failed: <c>{message_id, message_en, sheet, row, column, value, expected}</c>; null when it did not.</summary>
    public string? ErrorJson { get; set; }

    /// <summary>What the columns of the served table hold, see <see cref="TableProfiler"/>; null until it was looked over.</summary>
    public string? ProfileJson { get; set; }

    /// <summary>Where the served table breaks its dictionary, see <see cref="TableValidator"/>; null until it was looked over.</summary>
    public string? ValidationJson { get; set; }

    public DateTime Queued { get; set; }

    public DateTime? Started { get; set; }

    public DateTime? Finished { get; set; }
}

internal sealed class TableLoadRecordConfiguration : IEntityTypeConfiguration<TableLoadRecord>
{
    public void Configure(EntityTypeBuilder<TableLoadRecord> builder)
    {
        builder.ToTable("table_load");
        builder.HasKey(l => l.ResourceId);
        builder.Property(l => l.ResourceId).HasMaxLength(100);
        builder.Property(l => l.DatasetId).HasMaxLength(100);
        builder.Property(l => l.Node).HasMaxLength(200);
        builder.Property(l => l.LoadedHash).HasMaxLength(64);
        builder.HasIndex(l => new { l.State, l.Queued });
        builder.HasIndex(l => l.DatasetId);
    }
}
