using System.Runtime.CompilerServices;
using Purbalingga.DuckDb;

namespace Purbalingga.Tables.Reading.Parquet;

/// <summary>An open Parquet file: one table, its rows numbered from 1.</summary>
internal sealed class ParquetTableFile : ITableFile
{
    private static readonly KeyValuePair<string, string>[] Settings =
    [
        new("memory_limit", "512MB"), new("threads", "2"), new("autoinstall_known_extensions", "false"), new("autoload_known_extensions", "false"),
    ];

    private readonly string _path;
    private readonly TableReadLimits _limits;
    private readonly DuckDatabase _database;

    public ParquetTableFile(string path, TableReadLimits limits)
    {
        _path = path;
        _limits = limits;
        _database = DuckDatabase.Open(null, Settings);
    }

    public TableDetection Detection { get; } = new(FileKind.Parquet);

    public IReadOnlyList<TableSheet> Sheets { get; private set; } = [];

    private string Sql => $"SELECT * FROM read_parquet('{_path.Replace("'", "''", StringComparison.Ordinal)}')";

    /// <exception cref="DuckException">The file is broken.</exception>
    /// <exception cref="TableReadException">More columns than allowed.</exception>
    public void ReadColumns(CancellationToken ct)
    {
        using var connection = _database.Connect();
        using var result = connection.Query(Sql + " LIMIT 0", ct);
        if (result.Columns.Count > _limits.MaxColumns)
        {
            throw new TableReadException(TableMessages.OverLimit("kolom", "columns", _limits.MaxColumns));
        }

        Sheets =
        [
            new TableSheet(0, "", Hidden: false)
            {
                Columns = [.. result.Columns.Select(column => column.Name)],
                TextColumns = [.. result.Columns.Select(column => ParquetValue.IsText(column.Type))],
            },
        ];
    }

    public async IAsyncEnumerable<TableRow> ReadRowsAsync(TableSheet sheet, [EnumeratorCancellation] CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        await Task.CompletedTask.ConfigureAwait(false); // DuckDB answers synchronously, from a local file
        using var connection = _database.Connect();
        using var result = Guard(() => connection.Query(Sql, ct));
        var number = 0;
        while (true)
        {
            using var chunk = Guard(result.Next);
            if (chunk is null)
            {
                yield break;
            }

            if (number + (long)chunk.Count > _limits.MaxRows || (number + (long)chunk.Count) * result.Columns.Count > _limits.MaxCells)
            {
                throw RowLimits.Exceeded(number + chunk.Count, _limits, number + 1, sheet: null);
            }

            for (var i = 0; i < chunk.Count; i++)
            {
                ct.ThrowIfCancellationRequested();
                yield return Row(chunk, i, ++number, result.Columns.Count);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        Close();
        File.Delete(_path);
        return ValueTask.CompletedTask;
    }

    public void Close() => _database.Dispose();

    private TableRow Row(DuckChunk chunk, int row, int number, int columns)
    {
        var cells = new TableCell[columns];
        for (var i = 0; i < columns; i++)
        {
            cells[i] = ParquetValue.Of(chunk[i], row, number, _limits.MaxFieldCharacters);
        }

        return new TableRow(number, cells);
    }

    private static T Guard<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (DuckException error)
        {
            throw new TableReadException(TableMessages.BrokenParquet, error);
        }
    }
}
