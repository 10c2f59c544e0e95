namespace Purbalingga.Tables;

/// <summary>Opens files of certain kinds.</summary>
public interface ITableReader
{
    bool CanRead(FileKind kind);

    /// <summary>Opens a file; the stream is left open when the file is disposed.</summary>
    /// <exception cref="TableReadException">The file is broken, encrypted or over a limit.</exception>
    Task<ITableFile> OpenAsync(Stream source, FileKind kind, TableReadOptions options, CancellationToken ct);
}
