using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Purbalingga.Catalog.Persistence;

/// <summary>Stored times are UTC; engines give them back without saying so.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => time.Kind == DateTimeKind.Utc ? time : DateTime.SpecifyKind(time, DateTimeKind.Utc),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
