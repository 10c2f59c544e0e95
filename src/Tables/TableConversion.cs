namespace Purbalingga.Tables;

/// <summary>Turns whatever table was uploaded into another format.</summary>
public static class TableConversion
{
    /// <summary>Reads the found table and writes it, row by row.</summary>
    /// <param name="source">Seekable; read from its beginning; left open.</param>
    /// <param name="target">The format to write.</param>
    /// <param name="output">Written asynchronously only; left open. On an error it holds a part of a file, so write to a temporary one.</param>
    /// <param name="options">Null for defaults.</param>
    /// <param name="ct">Stops between rows.</param>
    /// <exception cref="TableReadException">The source is broken; before or after output began.</exception>
    public static async Task<ConversionReport> ConvertAsync(
        Stream source, TargetFormat target, Stream output, ConversionOptions? options = null, CancellationToken ct = default)
    {
        options ??= new ConversionOptions();
        var file = await TableReaders.OpenAsync(source, options.Read, ct).ConfigureAwait(false);
        await using var ignored = file.ConfigureAwait(false);
        var table = await TableFinder.FindAsync(file, options.Find, ct).ConfigureAwait(false);
        var content = new TableContent(table.Columns, table.ReadRowsAsync(ct));
        var rows = await TableWriters.For(target).WriteAsync(output, content, options.Write, ct).ConfigureAwait(false);
        return new ConversionReport(rows, table.Columns, table.Shape, table.Warnings);
    }
}
