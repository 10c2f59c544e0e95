using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Purbalingga.Catalog.Persistence;

/// <summary>Tells errors that another writer caused, so that trying again helps, from real ones.</summary>
internal static class EngineErrors
{
    // The SQL client notes its error number here; ErrorCode is the same for all, and this assembly does not know the client's type
    private const string SqlServerNumber = "HelpLink.EvtID";

    /// <summary>
    /// A concurrency token that moved, a key that another writer took or removed, a deadlock or a busy database: nothing was committed. A lost
    /// connection is none of these, since the commit may have arrived.
    /// </summary>
    public static bool IsConflict(Exception error)
    {
        for (var current = error; current is not null; current = current.InnerException)
        {
            if (current is DbUpdateConcurrencyException)
            {
                return true;
            }

            if (current is DbException database && IsConflict(database))
            {
                return true;
            }
        }

        return false;
    }

    // Unique or foreign key, serialization, deadlock: PostgreSQL 23505 23503 40001 40P01, SQL Server 2601 2627 547 1205,
    // SQLite extended 2067 1555 787; SQLite 5 and 6 are busy and locked
    private static bool IsConflict(DbException error) =>
        error.SqlState is "23505" or "23503" or "40001" or "40P01"
        || (error is SqliteException sqlite && (sqlite.SqliteErrorCode is 5 or 6 || sqlite.SqliteExtendedErrorCode is 2067 or 1555 or 787))
        || error.Data[SqlServerNumber] is "2601" or "2627" or "547" or "1205";
}
