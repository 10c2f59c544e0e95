using System.ComponentModel.DataAnnotations;

namespace Purbalingga.Catalog.Persistence;

/// <summary>Section <c>Database</c>; the command line's <c>--db "ENGINE;CONNECTION STRING"</c> sets both.</summary>
public sealed class DatabaseOptions
{
    public DatabaseEngine Engine { get; set; } = DatabaseEngine.Sqlite;

    /// <summary>ADO.NET connection string; empty means <c>catalog.db</c> in the data folder (SQLite only).</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>How often the change log is read for changes of other nodes and commands, in milliseconds.</summary>
    [Range(10, 60_000)]
    public int FollowMilliseconds { get; set; } = 500;

    /// <summary>Bring the records to this version's form at start; otherwise a server with older records refuses to start.</summary>
    public bool MigrateAtStart { get; set; } = true;
}
