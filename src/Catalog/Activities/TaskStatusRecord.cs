using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Activities;

/// <summary>State of a task on an object, CKAN's <c>task_status</c>.</summary>
public sealed class TaskStatusRecord
{
    public required string Id { get; set; }

    public required string EntityId { get; set; }

    public required string EntityType { get; set; }

    public required string TaskType { get; set; }

    public required string Key { get; set; }

    public string? Value { get; set; }

    public string? State { get; set; }

    public string? Error { get; set; }

    public DateTime? LastUpdated { get; set; }
}

internal sealed class TaskStatusRecordConfiguration : IEntityTypeConfiguration<TaskStatusRecord>
{
    public void Configure(EntityTypeBuilder<TaskStatusRecord> builder)
    {
        builder.ToTable("task_status");
        builder.Property(t => t.Id).HasMaxLength(36);
        builder.Property(t => t.EntityId).HasMaxLength(100);
        builder.Property(t => t.EntityType).HasMaxLength(100);
        builder.Property(t => t.TaskType).HasMaxLength(100);
        builder.Property(t => t.Key).HasMaxLength(100);
        builder.HasIndex(t => new { t.EntityId, t.TaskType, t.Key }).IsUnique();
    }
}
