using Purbalingga.Tables.Writing;

namespace Purbalingga.Tables;

/// <summary>
/// Writes XML in UTF-8 in the form of CKAN's dumps: <c>data</c>, in it a <c>row</c> with its number as <c>_id</c>, in it an element for
/// each column; empty ones say <c>xsi:nil</c>. Signs that XML cannot hold are left out.
/// </summary>
public sealed class XmlTableWriter : ITableWriter
{
    public TargetFormat Format => TargetFormat.Xml;

    public Task<long> WriteAsync(Stream output, TableContent content, TableWriteOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(content);
        return new XmlOutput(output, options ?? TableWriteOptions.Default).WriteAsync(content, ct);
    }
}
