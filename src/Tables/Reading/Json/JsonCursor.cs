using System.Buffers;
using System.Text.Json;

namespace Purbalingga.Tables.Reading.Json;

/// <summary>Walks over JSON of any length, holding one value in memory at most.</summary>
/// <remarks><see cref="Utf8JsonReader"/> cannot outlive an await, so one is made for each step over the bytes at hand.</remarks>
internal sealed class JsonCursor(Stream source, TableReadLimits limits) : IDisposable
{
    public const int MaxDepth = 100;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _start;
    private int _length;
    private bool _final;
    private JsonReaderState _state = new(new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = MaxDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });

    /// <summary>The token read last.</summary>
    public JsonTokenType Token { get; private set; }

    /// <summary>Its depth; a bracket has that of what surrounds it.</summary>
    public int Depth { get; private set; }

    /// <summary>The name of the property read last.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Moves to the next token; false at the end.</summary>
    /// <exception cref="JsonException">It is no JSON there.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken ct)
    {
        while (!TryRead())
        {
            if (_final)
            {
                return false;
            }

            await FillAsync(ct).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>The bytes of the next value as a whole, valid until the next step; null when the array is at its end.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadValueAsync(CancellationToken ct)
    {
        ReadOnlyMemory<byte>? value;
        while (!TryReadValue(out value))
        {
            if (_final)
            {
                return null;
            }

            await FillAsync(ct).ConfigureAwait(false);
        }

        return value;
    }

    /// <summary>Passes over the rest of the value whose first token was read last.</summary>
    public async ValueTask SkipAsync(CancellationToken ct)
    {
        if (Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var depth = Depth;
        while (await ReadAsync(ct).ConfigureAwait(false) && Depth > depth)
        {
            // what lies inside is passed over
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(Interlocked.Exchange(ref _buffer, []));

    private bool TryRead()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _length), _final, _state);
        if (!reader.Read())
        {
            return false;
        }

        Token = reader.TokenType;
        Depth = reader.CurrentDepth;
        if (Token == JsonTokenType.PropertyName)
        {
            Name = reader.GetString()!;
        }

        Take((int)reader.BytesConsumed, reader.CurrentState);
        return true;
    }

    private bool TryReadValue(out ReadOnlyMemory<byte>? value)
    {
        value = null;
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _length), _final, _state);
        if (!reader.Read())
        {
            return false;
        }

        Token = reader.TokenType;
        Depth = reader.CurrentDepth;
        if (Token is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
        {
            var from = (int)reader.TokenStartIndex;
            if (!reader.TrySkip())
            {
                return false;
            }

            value = _buffer.AsMemory(_start + from, (int)reader.BytesConsumed - from);
        }

        Take((int)reader.BytesConsumed, reader.CurrentState);
        return true;
    }

    private void Take(int bytes, JsonReaderState state)
    {
        _start += bytes;
        _length -= bytes;
        _state = state;
    }

    private async ValueTask FillAsync(CancellationToken ct)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _length).CopyTo(_buffer);
            _start = 0;
        }

        if (_length == _buffer.Length)
        {
            if (_length >= limits.MaxRowCharacters)
            {
                throw new TableReadException(TableMessages.RecordTooLong(limits.MaxRowCharacters));
            }

            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var read = await source.ReadAsync(_buffer.AsMemory(_length), ct).ConfigureAwait(false);
        _length += read;
        _final = read == 0;
    }
}
