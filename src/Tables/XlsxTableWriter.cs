using Purbalingga.Tables.Writing;

namespace Purbalingga.Tables;

/// <summary>Writes workbooks that Excel and LibreOffice open, row by row.</summary>
/// <remarks>
/// Texts are inline strings, so no formula ever runs and nothing is collected in memory. Texts over 32,767 characters, the most that
/// Excel opens, are cut and end in <c>…</c>. Days before March 1900 are text, because Excel's calendar is wrong there.
/// </remarks>
public sealed class XlsxTableWriter : ITableWriter
{
    private const int MaxColumns = 16_384;

    public TargetFormat Format => TargetFormat.Xlsx;

    /// <inheritdoc/>
    /// <exception cref="TableWriteException">More than 16,384 columns; nothing has been written then.</exception>
    public async Task<long> WriteAsync(Stream output, TableContent content, TableWriteOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfZero(content.Columns.Count, nameof(content));
        if (content.Columns.Count > MaxColumns)
        {
            throw new TableWriteException(TableMessages.TooManyForSheet(content.Columns.Count, MaxColumns));
        }

        using var writing = new XlsxOutput(output, options ?? TableWriteOptions.Default);
        return await writing.WriteAsync(content, ct).ConfigureAwait(false);
    }
}
