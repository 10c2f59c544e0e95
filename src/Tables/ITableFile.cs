namespace Purbalingga.Tables;

/// <summary>An open file of one or more sheets. Reads from the stream it was opened on, so one reading at a time.</summary>
public interface ITableFile : IAsyncDisposable
{
    TableDetection Detection { get; }

    /// <summary>Form of one sheet: in an archive each file has its own.</summary>
    TableDetection DetectionOf(TableSheet sheet) => Detection;

    /// <summary>Names of the files of an archive that are no tables.</summary>
    IReadOnlyList<string> LeftOut => [];

    /// <summary>At least one, in the file's order, hidden ones marked.</summary>
    IReadOnlyList<TableSheet> Sheets { get; }

    /// <summary>Rows of a sheet as they stand in the file, from the top, without judging what is header or data.</summary>
    /// <param name="sheet">One of <see cref="Sheets"/>.</param>
    /// <param name="ct">Stops between rows.</param>
    /// <exception cref="TableReadException">While enumerating: the file is broken or over a limit at that row.</exception>
    /// <remarks>May be called again; each enumeration starts at the top, and a new one ends an older one.</remarks>
    IAsyncEnumerable<TableRow> ReadRowsAsync(TableSheet sheet, CancellationToken ct = default);
}
