using System.Collections.Concurrent;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>
/// Which words stand in which rows of one table, in memory, as of one moment. Rows that were written since are remembered by their numbers and looked at one by one;
/// what else may change rows makes it stale. Writers tell it before they commit and readers ask it before their picture of the table is taken and once more after,
/// so that an answer is always that of the reader's moment.
/// </summary>
internal sealed class TableWords
{
    private readonly ConcurrentDictionary<int, bool> _written = new();
    private readonly Dictionary<string, ColumnWords> _columns;
    private volatile bool _isStale;

    private TableWords(Dictionary<string, ColumnWords> columns, int most)
    {
        _columns = columns;
        All = new WordBits(most);
    }

    /// <summary>Rows that were there.</summary>
    public WordBits All { get; }

    /// <summary>Largest row number that was there.</summary>
    public int Most => All.Most;

    public bool IsStale => _isStale;

    /// <summary>Rows written since, of those that were there.</summary>
    public int WrittenCount => _written.Count;

    /// <summary>Bytes of memory, about.</summary>
    public long Size => _columns.Values.Sum(c => c.Size) + (Most / 8);

    /// <summary>When it was asked last.</summary>
    public long LastUse { get; set; }

    public IReadOnlyCollection<int> Written => [.. _written.Keys];

    /// <summary>One that rows are not yet read into. From now on it is told of writes.</summary>
    public static TableWords Begin(StoredTable stored, long nextId) => new(
        stored.Columns.Where(c => StoredColumns.Type(c, stored.Wide) == "VARCHAR").ToDictionary(c => c.Name, _ => new ColumnWords()), (int)Math.Min(int.MaxValue - 64, Math.Max(1, nextId)));

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>Of texts.</summary>
    public IEnumerable<string> Columns => _columns.Keys;

    public void Collect(string? column, TextWord word, bool stems, WordBits into)
    {
        foreach (var one in _columns.Where(c => column is null || c.Key == column).Select(c => c.Value))
        {
            one.Collect(word.Word, word.IsPrefix, stems, into);
        }
    }

    public void Changed(IEnumerable<long> ids)
    {
        foreach (var id in ids)
        {
            if (id <= Most)
            {
                _written[(int)id] = true;
            }
        }
    }

    public void Outdate() => _isStale = true;

    /// <summary>Reads all rows.</summary>
    /// <param name="largest">Bytes of memory that it may take.</param>
    /// <returns>False when it would take more, or a row's number is too large.</returns>
    public bool Read(DuckConnection connection, TableFile file, long largest, CancellationToken ct)
    {
        var names = _columns.Keys.ToList();
        var columns = names.ConvertAll(n => _columns[n]);
        using var result = connection.Query($"SELECT {string.Join(", ", names.Select(StoredColumns.Quote).Prepend(DataNames.RowId))} FROM {file.Rows}", ct);
        while (result.Next() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.Count; row++)
                {
                    var id = chunk[0].Int64(row);
                    if (id < 0 || id > Most)
                    {
                        return false;
                    }

                    All.Add((int)id);
                }

                for (var i = 0; i < columns.Count; i++)
                {
                    var ids = chunk[0];
                    var vector = chunk[i + 1];
                    for (var row = 0; row < chunk.Count; row++)
                    {
                        if (!vector.IsNull(row))
                        {
                            columns[i].Add((int)ids.Int64(row), vector.Bytes(row));
                        }
                    }
                }

                if (Size > largest)
                {
                    return false;
                }
            }
        }

        columns.ForEach(c => c.Finish());
        return true;
    }
}
