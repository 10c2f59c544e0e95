using System.Buffers;
using System.Text;

namespace Purbalingga.Tables.Reading.Csv;

/// <summary>Cuts delimited text into records (RFC 4180, lenient about quotes inside a field), holding one record in memory.</summary>
/// <remarks>
/// Own instead of CsvHelper's parser because a record must have an upper size whatever the number of its fields, an open quote
/// must be reported at the line where it opened, and decoding errors at the line where they are. CsvHelper is the oracle in the tests.
/// </remarks>
internal sealed class CsvTokenizer : IDisposable
{
    private readonly TextReader _reader;
    private readonly char _delimiter;
    private readonly char _quote;
    private readonly TableReadLimits _limits;
    private readonly string _encodingName;
    private readonly SearchValues<char> _fieldEnds;
    private readonly List<TableCell> _cells = [];
    private char[] _buffer = ArrayPool<char>.Shared.Rent(64 * 1024);
    private char[] _field = ArrayPool<char>.Shared.Rent(4 * 1024);
    private int _position;
    private int _length;
    private int _fieldLength;
    private int _rowCharacters;
    private int _line = 1;
    private int _startLine = 1;
    private bool _skipLineFeed;
    private bool _ended;

    public CsvTokenizer(TextReader reader, char delimiter, char quote, TableReadLimits limits, string encodingName)
    {
        _reader = reader;
        _delimiter = delimiter;
        _quote = quote;
        _limits = limits;
        _encodingName = encodingName;
        _fieldEnds = SearchValues.Create([delimiter, '\r', '\n', '\0']);
    }

    /// <summary>The next record with the line it starts on; null at the end. A blank line is a record without cells.</summary>
    public async ValueTask<TableRow?> ReadAsync(CancellationToken ct)
    {
        _cells.Clear();
        _rowCharacters = 0;
        _startLine = _line;
        if (_skipLineFeed)
        {
            _skipLineFeed = false;
            if (await HasMoreAsync(ct).ConfigureAwait(false) && _buffer[_position] == '\n')
            {
                _position++;
            }
        }

        if (!await HasMoreAsync(ct).ConfigureAwait(false))
        {
            return null;
        }

        while (await ReadFieldAsync(ct).ConfigureAwait(false))
        {
            // the delimiter says that another field follows
        }

        // A line without anything on it parses as one empty field; a row of nothing is clearer
        return new TableRow(_startLine, _cells.Count == 1 && _cells[0].IsEmpty ? [] : _cells.ToArray());
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(Interlocked.Exchange(ref _buffer, []));
        ArrayPool<char>.Shared.Return(Interlocked.Exchange(ref _field, []));
        _reader.Dispose();
    }

    /// <summary>Reads one field and what ends it; true when that is a delimiter.</summary>
    private async ValueTask<bool> ReadFieldAsync(CancellationToken ct)
    {
        _fieldLength = 0;
        if (_cells.Count >= _limits.MaxColumns)
        {
            throw new TableReadException(TableMessages.ColumnsOverLimit(_startLine, _limits.MaxColumns)) { Row = _startLine };
        }

        if (await HasMoreAsync(ct).ConfigureAwait(false) && _buffer[_position] == _quote)
        {
            _position++;
            await ReadQuotedAsync(ct).ConfigureAwait(false);
        }

        while (await HasMoreAsync(ct).ConfigureAwait(false))
        {
            var rest = _buffer.AsSpan(_position, _length - _position);
            var end = rest.IndexOfAny(_fieldEnds);
            Append(end < 0 ? rest : rest[..end]);
            if (end < 0)
            {
                _position = _length;
                continue;
            }

            var mark = rest[end];
            _position += end + 1;
            if (mark == _delimiter)
            {
                FinishField();
                return true;
            }

            if (mark == '\0')
            {
                throw new TableReadException(TableMessages.NulCharacter(_line)) { Row = _line };
            }

            _skipLineFeed = mark == '\r';
            _line++;
            FinishField();
            return false;
        }

        FinishField();
        return false;
    }

    private async ValueTask ReadQuotedAsync(CancellationToken ct)
    {
        var openedOn = _line;
        var lastWasReturn = false;
        while (await HasMoreAsync(ct).ConfigureAwait(false))
        {
            var rest = _buffer.AsSpan(_position, _length - _position);
            var end = rest.IndexOf(_quote);
            var content = end < 0 ? rest : rest[..end];
            CountLines(content, ref lastWasReturn);
            Append(content, openedOn);
            _position += end < 0 ? rest.Length : end + 1;
            if (end < 0)
            {
                continue;
            }

            if (!await HasMoreAsync(ct).ConfigureAwait(false) || _buffer[_position] != _quote)
            {
                return;
            }

            Append([_quote]);
            _position++;
            lastWasReturn = false;
        }

        throw new TableReadException(TableMessages.OpenQuote(openedOn)) { Row = openedOn };
    }

    private void CountLines(ReadOnlySpan<char> content, ref bool lastWasReturn)
    {
        while (!content.IsEmpty)
        {
            var at = content.IndexOfAny('\r', '\n');
            if (at < 0)
            {
                lastWasReturn = false;
                return;
            }

            var pair = content[at] == '\n' && at == 0 && lastWasReturn;
            _line += pair ? 0 : 1;
            lastWasReturn = content[at] == '\r';
            content = content[(at + 1)..];
        }
    }

    private void Append(ReadOnlySpan<char> piece, int? quoteOpenedOn = null)
    {
        var needed = _fieldLength + piece.Length;
        if (needed > _limits.MaxFieldCharacters)
        {
            var row = quoteOpenedOn ?? _startLine;
            throw new TableReadException(TableMessages.FieldTooLong(row, _limits.MaxFieldCharacters)) { Row = row, Value = Shown() };
        }

        if (_rowCharacters + needed > _limits.MaxRowCharacters)
        {
            throw new TableReadException(TableMessages.RowTooLong(_startLine, _limits.MaxRowCharacters)) { Row = _startLine };
        }

        if (needed > _field.Length)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(needed, _field.Length * 2));
            _field.AsSpan(0, _fieldLength).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_field);
            _field = larger;
        }

        piece.CopyTo(_field.AsSpan(_fieldLength));
        _fieldLength = needed;
    }

    private void FinishField()
    {
        _rowCharacters += _fieldLength + 1;
        _cells.Add(_fieldLength == 0 ? TableCell.Empty : TableCell.OfText(new string(_field, 0, _fieldLength)));
    }

    private string Shown() => new(_field, 0, Math.Min(200, _fieldLength));

    private ValueTask<bool> HasMoreAsync(CancellationToken ct) =>
        _position < _length ? new ValueTask<bool>(true) : _ended ? new ValueTask<bool>(false) : FillAsync(ct);

    private async ValueTask<bool> FillAsync(CancellationToken ct)
    {
        try
        {
            _length = await _reader.ReadAsync(_buffer.AsMemory(), ct).ConfigureAwait(false);
        }
        catch (DecoderFallbackException error)
        {
            throw new TableReadException(TableMessages.NotInEncoding(_line, _encodingName), error) { Row = _line };
        }

        _position = 0;
        _ended = _length == 0;
        return !_ended;
    }
}
