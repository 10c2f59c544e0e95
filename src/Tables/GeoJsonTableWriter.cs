using Purbalingga.Tables.Writing;

namespace Purbalingga.Tables;

/// <summary>Writes a feature collection (RFC 7946): each row a feature with its cells as properties, by <see cref="GeoColumns"/>.</summary>
public sealed class GeoJsonTableWriter : ITableWriter
{
    public TargetFormat Format => TargetFormat.GeoJson;

    /// <inheritdoc/>
    /// <exception cref="TableWriteException">The table has no coordinates; nothing has been written then.</exception>
    public Task<long> WriteAsync(Stream output, TableContent content, TableWriteOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(content);
        return new GeoJsonOutput(output, options ?? TableWriteOptions.Default).WriteAsync(content, ct);
    }
}
