using Purbalingga.Tables.Writing;

namespace Purbalingga.Tables;

/// <summary>Writes JSON in UTF-8: one object a line (NDJSON, JSON Lines), with the headers as names.</summary>
public sealed class NdJsonTableWriter : ITableWriter
{
    public TargetFormat Format => TargetFormat.NdJson;

    public Task<long> WriteAsync(Stream output, TableContent content, TableWriteOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(content);
        return JsonOutput.WriteAsync(output, content, options ?? TableWriteOptions.Default, isList: false, ct);
    }
}
