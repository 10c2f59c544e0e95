namespace Purbalingga.Tables.Reading.Excel;

/// <summary>Opens workbooks of Excel 2007 and later.</summary>
/// <remarks>
/// Own instead of ExcelDataReader because that reads each sheet twice before its first row, hides <c>#N/A</c> and cannot be kept
/// to limits while it unpacks; measured in <c>benchmarks/Tables</c>.
/// </remarks>
internal sealed class XlsxTableReader : ITableReader
{
    public bool CanRead(FileKind kind) => kind is FileKind.Xlsx;

    public Task<ITableFile> OpenAsync(Stream source, FileKind kind, TableReadOptions options, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult<ITableFile>(new XlsxTableFile(XlsxWorkbook.Open(source, options.Limits), options.Limits));
    }
}
