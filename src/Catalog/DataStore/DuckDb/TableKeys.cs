using System.Globalization;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>
/// Where the rows of a table's key lie, as hashes in memory: DuckDB keeps no index for us, and looking through a large column costs milliseconds. Used by the one
/// writer of the table only. What it says is a hint: a key that it does not know is not there; a row that it names must be looked at.
/// </summary>
internal sealed class TableKeys
{
    private ulong[] _hashes;
    private long[] _ids;
    private int _count;

    private TableKeys(int rows)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1024, rows * 2L));
        _hashes = new ulong[size];
        _ids = new long[size];
    }

    /// <summary>Reads the key of all rows.</summary>
    public static TableKeys Read(DuckConnection connection, TableFile file, StoredTable stored, IReadOnlyList<string> key, int rows, CancellationToken ct)
    {
        var keys = new TableKeys(rows);
        var kinds = key.Select(k => ColumnTypes.KindOf(stored.Columns.First(c => c.Name == k).Type)).ToArray();
        var cells = new DataValue[kinds.Length];
        using var result = connection.Query($"SELECT {string.Join(", ", key.Select(StoredColumns.Quote).Prepend(DataNames.RowId))} FROM {file.Rows}", ct);
        while (result.Next() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.Count; row++)
                {
                    for (var i = 0; i < cells.Length; i++)
                    {
                        cells[i] = StoredColumns.Read(chunk[i + 1], row, kinds[i]);
                    }

                    if (TextOf(cells) is { } text)
                    {
                        keys.Add(text, chunk[0].Int64(row));
                    }
                }
            }
        }

        return keys;
    }

    /// <summary>One text for the values of a key; null when one of them is null, since such a key equals no other.</summary>
    public static string? TextOf(ReadOnlySpan<DataValue> cells)
    {
        if (cells is [{ Kind: DataKind.Text } single])
        {
            return single.Text;
        }

        var parts = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].IsNull)
            {
                return null;
            }

            parts[i] = cells[i].Kind switch
            {
                DataKind.Numeric => StoredColumns.Trim(cells[i].Text),
                DataKind.Text or DataKind.Json => cells[i].Text,
                DataKind.Real => cells[i].Real.ToString("R", CultureInfo.InvariantCulture),
                _ => cells[i].Whole.ToString(CultureInfo.InvariantCulture),
            };
        }

        return string.Join('\u0001', parts);
    }

    public void Add(string text, long id)
    {
        if ((_count + 1) * 10L > _hashes.Length * 7L)
        {
            Grow();
        }

        Put(Hash(text), id);
    }

    /// <summary>The row that has the key, if any has it.</summary>
    public bool TryFind(string text, out long id)
    {
        var hash = Hash(text);
        var at = Place(hash);
        id = _ids[at];
        return _hashes[at] == hash;
    }

    private void Put(ulong hash, long id)
    {
        var at = Place(hash);
        _count += _hashes[at] == 0 ? 1 : 0;
        (_hashes[at], _ids[at]) = (hash, id);
    }

    private int Place(ulong hash)
    {
        var mask = _hashes.Length - 1;
        var at = (int)(hash >> 17) & mask;
        while (_hashes[at] != 0 && _hashes[at] != hash)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Grow()
    {
        var (hashes, ids) = (_hashes, _ids);
        _hashes = new ulong[hashes.Length * 2];
        _ids = new long[hashes.Length * 2];
        _count = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            if (hashes[i] != 0)
            {
                Put(hashes[i], ids[i]);
            }
        }
    }

    // The half that the runtime seeds anew in each process keeps callers from making keys that meet
    private static ulong Hash(string text)
    {
        var plain = 2166136261u;
        foreach (var letter in text)
        {
            plain = (plain ^ letter) * 16777619u;
        }

        return Math.Max(1, ((ulong)(uint)text.GetHashCode(StringComparison.Ordinal) << 32) | plain);
    }
}
