using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Purbalingga.Tables.Reading.Excel;

/// <summary>Opens binary workbooks (.xls, .xlsb) through ExcelDataReader; <see cref="ZipGuard"/> has looked over the zipped ones.</summary>
internal sealed class ExcelTableReader : ITableReader
{
    // Old workbooks carry code page texts; the provider is part of the framework but not registered by default
    static ExcelTableReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public bool CanRead(FileKind kind) => kind is FileKind.Xls or FileKind.Xlsb or FileKind.EncryptedOffice;

    public async Task<ITableFile> OpenAsync(Stream source, FileKind kind, TableReadOptions options, CancellationToken ct)
    {
        if (kind == FileKind.EncryptedOffice)
        {
            throw new TableReadException(TableMessages.Encrypted);
        }

        if (kind is FileKind.Xlsb)
        {
            await ZipGuard.CheckAsync(source, options.Limits, ct).ConfigureAwait(false);
        }

        var sheets = new List<TableSheet>();
        using var reader = Open(source, kind);
        try
        {
            do
            {
                ct.ThrowIfCancellationRequested();
                if (sheets.Count >= options.Limits.MaxSheets)
                {
                    throw new TableReadException(TableMessages.OverLimit("lembar", "sheets", options.Limits.MaxSheets));
                }

                sheets.Add(new TableSheet(sheets.Count, reader.Name ?? "", reader.VisibleState is not (null or "visible")));
            }
            while (reader.NextResult());
        }
        catch (Exception error) when (IsContentError(error))
        {
            throw Describe(error);
        }

        return sheets.Count == 0
            ? throw new TableReadException(TableMessages.NoSheet)
            : new ExcelTableFile(source, kind, sheets, options.Limits);
    }

    /// <exception cref="TableReadException">The workbook is damaged or under a password.</exception>
    public static IExcelDataReader Open(Stream source, FileKind kind)
    {
        if (kind == FileKind.Xls && OleDirectory.ClaimsTooMuch(source))
        {
            throw new TableReadException(TableMessages.BrokenWorkbook);
        }

        source.Position = 0;
        var configuration = new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = Sniffing.TextProbe.Windows1252 };
        try
        {
            return kind == FileKind.Xls
                ? ExcelReaderFactory.CreateBinaryReader(source, configuration)
                : ExcelReaderFactory.CreateOpenXmlReader(source, configuration);
        }
        catch (Exception error) when (IsContentError(error))
        {
            throw kind == FileKind.Xls && FilePass.IsSet(source) ? new TableReadException(TableMessages.Encrypted, error) : Describe(error);
        }
    }

    /// <summary>
    /// Whether a failure comes from the file's content. The library meets damaged records with whatever exception its arrays throw,
    /// so everything counts but cancelling, our own errors and the end of memory.
    /// </summary>
    public static bool IsContentError(Exception error) =>
        error is not (OperationCanceledException or TableReadException or OutOfMemoryException or ObjectDisposedException);

    public static TableReadException Describe(Exception error) =>
        new(error is InvalidPasswordException ? TableMessages.Encrypted : TableMessages.BrokenWorkbook, error);
}
