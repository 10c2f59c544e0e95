namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>A table while the engine runs: what it is now, in which file it lies, and the one writer's turn.</summary>
internal sealed class DuckTable(StoredTable stored, TableFile file, long nextId)
{
    /// <summary>What was committed last.</summary>
    public StoredTable Stored { get; set; } = stored;

    public TableFile File { get; set; } = file;

    /// <summary>The next row's number. Counts on when a write fails too, as a sequence of PostgreSQL does.</summary>
    public long NextId { get; set; } = nextId;

    /// <summary>Counts the commits since the start.</summary>
    public long Version { get; set; }

    public bool IsDropped { get; set; }

    public SemaphoreSlim Writer { get; } = new(1, 1);
}
