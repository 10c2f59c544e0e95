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

    /// <summary>The table is to be another than it was, beside its rows.</summary>
    public bool IsChanged => !ReferenceEquals(_before, Stored);

    /// <summary>Rows that are written, unless <see cref="IsRewritten"/>.</summary>
    public List<long> Written { get; } = [];

    /// <summary>Any row may be another.</summary>
    public bool IsRewritten { get; set; }

    /// <summary>Keys of rows that are added; null for one that equals no other.</summary>
    public List<(string? Key, long Id)> NewKeys { get; } = [];

    /// <summary>Rows that were there may have other keys.</summary>
    public bool AreKeysChanged { get; set; }

    /// <summary>Tells the keys of the file, after the commit.</summary>
    public void TellKeys()
    {
        if (AreKeysChanged || !_before.Indexes.SequenceEqual(Stored.Indexes) || !_before.Columns.SequenceEqual(Stored.Columns))
        {
            file.Keys = null;
        }

        foreach (var (key, id) in file.Keys is null ? [] : NewKeys)
        {
            if (key is not null)
            {
                file.Keys!.Add(key, id);
            }
        }
    }

    /// <summary>Tells the words of the file, before the commit.</summary>
    public void TellWords()
    {
        foreach (var words in new[] { file.Words, file.NewWords })
        {
            if (IsRewritten || IsChanged)
            {
                words?.Outdate();
            }
            else
            {
                words?.Changed(Written);
            }
        }
    }

    /// <summary>Writes down what became of the table.</summary>
    public void Save(long nextId)
    {
        if (!IsChanged)
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
