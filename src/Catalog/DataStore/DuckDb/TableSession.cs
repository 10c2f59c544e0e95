using System.Text.Json;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>One transaction that writes one table.</summary>
internal sealed class TableSession(DuckConnection connection, TableFile file, StoredTable stored)
{
    private readonly StoredTable _before = stored;

    public DuckConnection Connection => connection;

    public TableFile File => file;

    /// <summary>As it will be after the commit.</summary>
    public StoredTable Stored { get; set; } = stored;

    /// <summary>Writes down what became of the table.</summary>
    public void Save(long nextId)
    {
        if (ReferenceEquals(_before, Stored))
        {
            connection.Execute($"UPDATE {file.Definition} SET next_id = {nextId}");
            return;
        }

        using var update = connection.Prepare($"UPDATE {file.Definition} SET json = ?, next_id = ?");
        update.Bind(1, JsonSerializer.Serialize(Stored));
        update.Bind(2, nextId);
        update.Execute();
    }

    public void Rollback()
    {
        try
        {
            connection.Execute("ROLLBACK");
        }
        catch (DuckException error) when (error.Type == DuckErrorType.Transaction)
        {
            // Some errors end the transaction by themselves; there is nothing left to undo
        }
    }
}
