using Purbalingga.Tables.Writing;

namespace Purbalingga.Tables;

/// <summary>Writes CSV in UTF-8 as RFC 4180 says, quoting only where needed.</summary>
public sealed class CsvTableWriter : ITableWriter
{
    public TargetFormat Format => TargetFormat.Csv;

    public Task<long> WriteAsync(Stream output, TableContent content, TableWriteOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(content);
        options ??= TableWriteOptions.Default;
        return new DelimitedOutput(output, options, options.Delimiter).WriteAsync(content, ct);
    }
}
