using Purbalingga.Tables.Writing;

namespace Purbalingga.Tables;

/// <summary>Writes tab-separated UTF-8; fields with tabs, quotes or line ends are quoted as in CSV.</summary>
public sealed class TsvTableWriter : ITableWriter
{
    public TargetFormat Format => TargetFormat.Tsv;

    public Task<long> WriteAsync(Stream output, TableContent content, TableWriteOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(content);
        return new DelimitedOutput(output, options ?? TableWriteOptions.Default, '\t').WriteAsync(content, ct);
    }
}
