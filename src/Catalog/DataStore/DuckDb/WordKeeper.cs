namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>Has the words of tables read when somebody asks for some, and lets those go that were asked least lately.</summary>
/// <param name="lease">Of a table.</param>
/// <param name="tables">All of them.</param>
internal sealed class WordKeeper(Func<DuckTable, FileLease> lease, Func<IEnumerable<DuckTable>> tables) : IDisposable
{
    /// <summary>Rows from which on words are kept; fewer are looked at as quickly.</summary>
    private const long FewestRows = 2000;

    /// <summary>Bytes of memory for the words of all tables.</summary>
    private const long Memory = 400_000_000;

    /// <summary>Rows written since the words were read, beyond which they are read anew.</summary>
    private const long MostWritten = 10_000;

    private readonly SemaphoreSlim _reading = new(1, 1);
    private long _time;

    /// <summary>Words to ask; the caller's picture of the table must be of a later moment.</summary>
    /// <returns>Null where each row is to be looked at.</returns>
    public TableWords? Of(DuckTable table, CancellationToken ct)
    {
        var file = table.File;
        if (table.NextId <= FewestRows || file.HasTooManyWords)
        {
            return null;
        }

        if (!IsFresh(table, file.Words))
        {
            // One table at a time, so that readings do not take their memory all at once
            _reading.Wait(ct);
            try
            {
                if (!IsFresh(table, file.Words))
                {
                    Read(table, file, ct);
                }
            }
            finally
            {
                _reading.Release();
            }
        }

        if (file.Words is { } words)
        {
            words.LastUse = Interlocked.Increment(ref _time);
        }

        return file.Words;
    }

    public void Dispose() => _reading.Dispose();

    private static bool IsFresh(DuckTable table, TableWords? words) => words is { IsStale: false } && words.WrittenCount + (table.NextId - 1 - words.Most) <= MostWritten;

    private void Read(DuckTable table, TableFile file, CancellationToken ct)
    {
        file.Words = null;
        FileLease? used = null;
        try
        {
            TableWords words;
            table.Writer.Wait(ct);
            try
            {
                used = lease(table);
                if (used.File != file)
                {
                    return;
                }

                words = TableWords.Begin(table.Stored, table.NextId);
                file.NewWords = words;
                used.Connection.Execute("BEGIN", ct);
                used.Connection.Scalar($"SELECT next_id FROM {file.Definition}", ct);
            }
            finally
            {
                table.Writer.Release();
            }

            if (words.Read(used.Connection, file, Memory, ct))
            {
                MakeRoom(words.Size);
                file.Words = words;
            }
            else
            {
                file.HasTooManyWords = true;
            }
        }
        finally
        {
            file.NewWords = null;
            used?.Dispose();
        }
    }

    private void MakeRoom(long size)
    {
        foreach (var file in tables().Select(t => t.File).Where(f => f.Words is not null).OrderByDescending(f => f.Words?.LastUse ?? 0).ToList())
        {
            size += file.Words?.Size ?? 0;
            if (size > Memory)
            {
                file.Words = null;
            }
        }
    }
}
