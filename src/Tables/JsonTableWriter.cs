using Purbalingga.Tables.Writing;

namespace Purbalingga.Tables;

/// <summary>Writes JSON in UTF-8: one list of objects, a line each, with the headers as names.</summary>
public sealed class JsonTableWriter : ITableWriter
{
    public TargetFormat Format => TargetFormat.Json;

    public Task<long> WriteAsync(Stream output, TableContent content, TableWriteOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(content);
        return JsonOutput.WriteAsync(output, content, options ?? TableWriteOptions.Default, isList: true, ct);
    }
}
