using Purbalingga.DuckDb;

namespace Purbalingga.Tables.Writing;

/// <summary>
/// A table in a temporary file of DuckDB, from which it is copied into Parquet once its last row is known: only then is it certain that
/// every cell is of its column's type. A column with a cell that is not becomes text as a whole.
/// </summary>
internal sealed class ParquetStage : IDisposable
{
    private readonly string _folder;
    private readonly DuckDatabase _database;
    private readonly DuckConnection _connection;
    private readonly DuckAppender _appender;
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly bool[] _hasFractions;
    private readonly bool[] _hasTexts;

    public ParquetStage(IReadOnlyList<TableColumn> columns, string folder)
    {
        _folder = folder;
        _columns = columns;
        _hasFractions = new bool[columns.Count];
        _hasTexts = new bool[columns.Count];
        Directory.CreateDirectory(folder);
        _database = DuckDatabase.Open(Path.Combine(folder, "stage.duckdb"), new Dictionary<string, string>
        {
            ["memory_limit"] = "256MB",
            ["threads"] = "2",
            ["temp_directory"] = folder,
            ["autoinstall_known_extensions"] = "false",
            ["autoload_known_extensions"] = "false",
        });
        _connection = _database.Connect();
        // Beside each column of numbers or days lies one for cells that are none
        _connection.Execute($"CREATE TABLE stage ({string.Join(", ", columns.Select((column, i) => Definition(column.Type, i)))})");
        _appender = _connection.Append("stage");
    }

    /// <exception cref="DuckException">The disk is full.</exception>
    public void Add(TableRow row)
    {
        for (int i = 0, at = 0; i < _columns.Count; i++)
        {
            var type = _columns[i].Type;
            var cell = row.At(i);
            if (cell.Kind is CellKind.Empty or CellKind.Error)
            {
                at += type == ColumnType.Text ? 1 : 2;
                continue;
            }

            if (type == ColumnType.Text)
            {
                _appender.Set(at++, cell.Kind == CellKind.Text ? cell.Text : cell.ToInvariantString());
                continue;
            }

            if (!TrySet(at, type, cell, i))
            {
                _hasTexts[i] = true;
                _appender.Set(at + 1, cell.ToInvariantString());
            }

            at += 2;
        }

        _appender.EndRow();
    }

    /// <summary>Ends the table and writes it to a file beside it.</summary>
    /// <param name="headers">Names of the columns.</param>
    /// <returns>Its path.</returns>
    public string Copy(IReadOnlyList<string> headers, CancellationToken ct)
    {
        _appender.Complete();
        var path = Path.Combine(_folder, "stage.parquet");
        var list = string.Join(", ", _columns.Select((column, i) => $"{Expression(column.Type, i)} AS {Quote(headers[i])}"));
        _connection.Execute($"COPY (SELECT {list} FROM stage) TO '{path.Replace("'", "''", StringComparison.Ordinal)}' (FORMAT parquet, COMPRESSION snappy)", ct);
        return path;
    }

    public void Dispose()
    {
        _appender.Dispose();
        _connection.Dispose();
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private bool TrySet(int at, ColumnType type, TableCell cell, int column)
    {
        switch (type)
        {
            case ColumnType.Integer or ColumnType.Number when cell.Kind == CellKind.Number:
                _hasFractions[column] |= Math.Floor(cell.Number) != cell.Number || Math.Abs(cell.Number) >= 1e18;
                _appender.Set(at, cell.Number);
                return true;
            case ColumnType.Boolean when cell.Kind == CellKind.Boolean:
                _appender.Set(at, cell.Boolean);
                return true;
            case ColumnType.Date when cell.Kind == CellKind.Date:
                _appender.Set(at, (long)(cell.DateTime - DateTime.UnixEpoch).Days);
                return true;
            case ColumnType.DateTime when cell.Kind is CellKind.Date or CellKind.DateTime:
                _appender.Set(at, (cell.DateTime.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
                return true;
            default:
                return false;
        }
    }

    private static string Definition(ColumnType type, int place) => type switch
    {
        ColumnType.Integer or ColumnType.Number => $"c{place} DOUBLE, t{place} VARCHAR",
        ColumnType.Boolean => $"c{place} BOOLEAN, t{place} VARCHAR",
        ColumnType.Date => $"c{place} DATE, t{place} VARCHAR",
        ColumnType.DateTime => $"c{place} TIMESTAMP, t{place} VARCHAR",
        _ => $"c{place} VARCHAR",
    };

    private string Expression(ColumnType type, int place)
    {
        var column = $"c{place}";
        var typed = type == ColumnType.Integer && !_hasFractions[place] ? $"CAST({column} AS BIGINT)" : column;
        return _hasTexts[place] ? $"coalesce(t{place}, {AsText(type, column)})" : typed;
    }

    // As the other texts of the table, which are cells in their invariant form
    private static string AsText(ColumnType type, string column) => type switch
    {
        ColumnType.Integer or ColumnType.Number => $"CASE WHEN abs({column}) < 1e15 AND {column} = trunc({column}) THEN CAST(CAST({column} AS BIGINT) AS VARCHAR) ELSE CAST({column} AS VARCHAR) END",
        ColumnType.DateTime => $"replace(CAST({column} AS VARCHAR), ' ', 'T')",
        _ => $"CAST({column} AS VARCHAR)",
    };

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
