using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace Purbalingga.Migrations.Sqlite;

/// <summary>
/// Makes every committed transaction safe against loss of power before the commit returns, as <c>synchronous=FULL</c> would, but by
/// <c>fdatasync</c>: SQLite's <c>fsync</c> also waits for the file's times, which costs three times as much.
/// </summary>
/// <remarks>Under <c>synchronous=NORMAL</c> the log is complete when it is not synced and SQLite itself syncs it before it overwrites the database file.</remarks>
internal sealed partial class LogSync : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Sync(eventData.Context?.Database);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Sync(eventData.Context?.Database);
        return Task.CompletedTask;
    }

    private static void Sync(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade? database)
    {
        // Opened anew each time: SQLite removes the log and makes another when its last connection closes
        var log = Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(database!).DataSource + "-wal";
        if (!File.Exists(log))
        {
            return;
        }

        using var handle = File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(handle);
        }
        else if (FdataSync(handle) != 0)
        {
            throw new IOException($"The log of the database could not be written to disk: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FdataSync(SafeFileHandle file);
}
