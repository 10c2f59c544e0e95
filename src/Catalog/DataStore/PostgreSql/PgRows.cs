using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.PostgreSql;

/// <summary>An answer that comes from the server while it is read; all cells arrive in text form.</summary>
/// <param name="bounded">Refuse single values longer than a stored one ever is; the reader goes through its columns in order only.</param>
internal sealed class PgRows(
    NpgsqlConnection connection, NpgsqlTransaction transaction, Action cancel, NpgsqlDataReader? reader, IReadOnlyList<DataColumn> columns, long? total, bool bounded = false) : DataRows
{
    private const int CellsInBatch = 16_384;

    // A batch of long texts ends early
    private const int CharactersInBatch = 1 << 20;

    // Callers' SQL can make one value of a whole table
    private const int MaxCharacters = 4 << 20;
    private readonly char[] _characters = new char[bounded ? 4096 : 0];
    private bool _finished;

    public override IReadOnlyList<DataColumn> Columns => columns;

    public override long? Total => total;

    public override async IAsyncEnumerable<DataBatch> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (reader is null)
        {
            yield break;
        }

        var width = columns.Count;
        var capacity = Math.Max(1, CellsInBatch / Math.Max(1, width));
        while (true)
        {
            var cells = new List<DataValue>(Math.Min(CellsInBatch, 64 * width));
            var rows = 0;
            var length = 0L;
            while (rows < capacity && length < CharactersInBatch && await NextAsync(ct))
            {
                for (var i = 0; i < width; i++)
                {
                    var text = reader.IsDBNull(i) ? null : bounded ? await BoundedAsync(i, ct) : reader.GetString(i);
                    length += text?.Length ?? 0;
                    cells.Add(PgText.Read(text, columns[i].Type));
                }

                rows++;
            }

            if (rows == 0)
            {
                _finished = true;
                yield break;
            }

            yield return new DataBatch(width, rows, [.. cells]);
        }
    }

    protected override async ValueTask CloseAsync()
    {
        if (reader is not null)
        {
            if (!_finished)
            {
                cancel(); // else closing would read all that is left
            }

            try
            {
                await reader.DisposeAsync();
            }
            catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.QueryCanceled)
            {
                // That is what was asked for
                _finished = true;
            }
        }

        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async ValueTask<string> BoundedAsync(int column, CancellationToken ct)
    {
        using var value = await reader!.GetTextReaderAsync(column, ct);
        var count = await value.ReadBlockAsync(_characters, ct);
        if (count < _characters.Length)
        {
            return new string(_characters, 0, count);
        }

        var text = new StringBuilder(new string(_characters));
        while ((count = await value.ReadBlockAsync(_characters, ct)) > 0)
        {
            text.Append(_characters, 0, count);
            if (text.Length > MaxCharacters)
            {
                throw new DataStoreException(DataStoreError.TooLarge, $"A value is longer than {MaxCharacters} characters");
            }
        }

        return text.ToString();
    }

    private async ValueTask<bool> NextAsync(CancellationToken ct)
    {
        try
        {
            return await reader!.ReadAsync(ct);
        }
        catch (PostgresException error)
        {
            throw PgErrors.OfQuery(error);
        }
    }
}
