namespace Purbalingga.Tables.Reading.Ods;

/// <summary>Opens OpenDocument spreadsheets (ODF 1.2 part 1, chapter 9).</summary>
internal sealed class OdsTableReader : ITableReader
{
    public bool CanRead(FileKind kind) => kind is FileKind.Ods;

    public Task<ITableFile> OpenAsync(Stream source, FileKind kind, TableReadOptions options, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var package = OfficePackage.Open(source, options.Limits);
        try
        {
            return IsEncrypted(package, options.Limits)
                ? throw new TableReadException(TableMessages.Encrypted)
                : Task.FromResult<ITableFile>(new OdsTableFile(package, OdsSheets.Read(package, options.Limits, ct), options.Limits));
        }
        catch (Exception error) when (OfficePackage.IsDamage(error))
        {
            package.Dispose();
            throw new TableReadException(OfficePackage.Describe(error), error);
        }
        catch (Exception error) when (error is TableReadException or OperationCanceledException)
        {
            package.Dispose();
            throw;
        }
    }

    private static bool IsEncrypted(OfficePackage package, TableReadLimits limits)
    {
        if (!package.Has("META-INF/manifest.xml"))
        {
            return false;
        }

        using var xml = package.ReadPart("META-INF/manifest.xml", limits.MaxSharedStringBytes);
        while (xml.Step())
        {
            if (xml.LocalName == "encryption-data")
            {
                return true;
            }
        }

        return false;
    }
}
