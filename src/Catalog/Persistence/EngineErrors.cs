using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Purbalingga.Catalog.Persistence;

/// <summary>Tells errors that another writer caused, so that trying again helps, from real ones.</summary>
internal static class EngineErrors
{
    /// <summary>A concurrency token that moved, a unique key that another writer took, a deadlock or a busy database.</summary>
    public static bool IsConflict(Exception error)
    {
        for (var current = error; current is not null; current = current.InnerException)
        {
            if (current is DbUpdateConcurrencyException)
            {
                return true;
            }

            if (current is DbException database && (database.IsTransient || IsConflict(database)))
            {
                return true;
            }
        }

        return false;
    }

    // 23505 unique, 40001 serialization, 40P01 deadlock (PostgreSQL); 2601, 2627 unique, 1205 deadlock (SQL Server); 5, 6 busy, 19 constraint (SQLite)
    private static bool IsConflict(DbException error) =>
        error.SqlState is "23505" or "40001" or "40P01"
        || (error.GetType().Name == "SqlException" && error.ErrorCode is 2601 or 2627 or 1205)
        || (error is Microsoft.Data.Sqlite.SqliteException sqlite && sqlite.SqliteErrorCode is 5 or 6 or 19);
}
