using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Persistence;

/// <summary>
/// One row that hands out the sequence numbers of the change log. A writer updates it last and holds its lock until the commit, so numbers
/// have no gaps and appear in the order of commits on every engine.
/// </summary>
public sealed class ChangeClock
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>Sequence number given last.</summary>
    public long Value { get; set; }
}

internal sealed class ChangeClockConfiguration : IEntityTypeConfiguration<ChangeClock>
{
    public void Configure(EntityTypeBuilder<ChangeClock> builder)
    {
        builder.ToTable("change_clock");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasData(new ChangeClock { Id = ChangeClock.OnlyId, Value = 0 });
    }
}
