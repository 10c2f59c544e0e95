using System.Text;
using Purbalingga.DuckDb.Native;

namespace Purbalingga.DuckDb;

/// <summary>
/// Appends rows to a table in chunks of 2,048. Set every cell of a row (one that is not set is null), then <see cref="EndRow"/>; <see cref="Complete"/> at the end.
/// Disposed without it, what was not yet flushed is thrown away. Cells are checked against the column's type here, not by DuckDB: the setter must be the one of the
/// column's type.
/// </summary>
public sealed unsafe class DuckAppender : IDisposable
{
    private readonly AppenderHandle _handle;
    private readonly ChunkHandle _chunk;
    private readonly LogicalTypeHandle[] _typeHandles;
    private readonly DuckType[] _types;
    private readonly nint[] _vectors;
    private readonly byte*[] _data;
    private readonly ulong*[] _validity;
    private readonly int _capacity = (int)Api.VectorSize();
    private int _row;
    private byte[] _utf8 = new byte[1024];

    internal DuckAppender(AppenderHandle handle)
    {
        _handle = handle;
        var count = (int)Api.AppenderColumnCount(handle);
        _typeHandles = [.. Enumerable.Range(0, count).Select(i => Api.AppenderColumnType(handle, (ulong)i))];
        _types = [.. Enumerable.Range(0, count).Select(i => DuckType.Read(Api.AppenderColumnType(handle, (ulong)i)))];
        _vectors = new nint[count];
        _data = new byte*[count];
        _validity = new ulong*[count];
        fixed (nint* types = _typeHandles.Select(t => t.DangerousGetHandle()).ToArray())
        {
            _chunk = Api.CreateDataChunk(types, (ulong)count);
        }

        GC.KeepAlive(_typeHandles);
        Renew();
    }

    /// <summary>Of the table's columns.</summary>
    public IReadOnlyList<DuckType> Types => _types;

    /// <summary>Whole numbers of any size, dates (days), times and timestamps (microseconds), decimals (digits without the point).</summary>
    /// <exception cref="OverflowException">The number is too large for the column.</exception>
    public void Set(int column, long value)
    {
        var type = _types[column];
        switch (type.Id)
        {
            case DuckTypeId.BigInt or DuckTypeId.Timestamp or DuckTypeId.TimestampTz or DuckTypeId.Time:
                *Place<long>(column) = value;
                break;
            case DuckTypeId.Integer or DuckTypeId.Date:
                *Place<int>(column) = checked((int)value);
                break;
            case DuckTypeId.SmallInt:
                *Place<short>(column) = checked((short)value);
                break;
            case DuckTypeId.TinyInt:
                *Place<sbyte>(column) = checked((sbyte)value);
                break;
            default:
                Set(column, (Int128)value);
                return;
        }

        Fill(column);
    }

    /// <summary>A whole number of 128 bits, or the digits of a decimal without its point.</summary>
    public void Set(int column, Int128 value)
    {
        switch (_types[column])
        {
            case { Id: DuckTypeId.HugeInt }:
                *Place<NativeHugeInt>(column) = NativeHugeInt.From(value);
                break;
            case { Id: DuckTypeId.Decimal, Width: > 18 }:
                *Place<NativeHugeInt>(column) = NativeHugeInt.From(value);
                break;
            case { Id: DuckTypeId.Decimal, Width: > 9 }:
                *Place<long>(column) = checked((long)value);
                break;
            case { Id: DuckTypeId.Decimal, Width: > 4 }:
                *Place<int>(column) = checked((int)value);
                break;
            case { Id: DuckTypeId.Decimal }:
                *Place<short>(column) = checked((short)value);
                break;
            default:
                throw Mismatch(column, "whole numbers");
        }

        Fill(column);
    }

    public void Set(int column, double value)
    {
        if (_types[column].Id == DuckTypeId.Double)
        {
            *Place<double>(column) = value;
        }
        else if (_types[column].Id == DuckTypeId.Float)
        {
            *Place<float>(column) = (float)value;
        }
        else
        {
            throw Mismatch(column, "floating numbers");
        }

        Fill(column);
    }

    public void Set(int column, bool value)
    {
        if (_types[column].Id != DuckTypeId.Boolean)
        {
            throw Mismatch(column, "booleans");
        }

        *Place<byte>(column) = value ? (byte)1 : (byte)0;
        Fill(column);
    }

    public void Set(int column, ReadOnlySpan<char> text)
    {
        if (_utf8.Length < text.Length * 3)
        {
            _utf8 = new byte[text.Length * 4];
        }

        SetUtf8(column, _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8)));
    }

    /// <summary>A text, or the bytes of a blob.</summary>
    /// <param name="text">Valid UTF-8 for a text column.</param>
    public void SetUtf8(int column, ReadOnlySpan<byte> text)
    {
        if (_types[column].Id is not (DuckTypeId.Varchar or DuckTypeId.Blob))
        {
            throw Mismatch(column, "texts");
        }

        if (text.Length <= 12)
        {
            // duckdb_string_t in place, with zeros behind it, since DuckDB compares whole words
            var place = (byte*)Place<NativeHugeInt>(column);
            *(NativeHugeInt*)place = default;
            *(uint*)place = (uint)text.Length;
            text.CopyTo(new Span<byte>(place + 4, 12));
        }
        else
        {
            fixed (byte* bytes = text)
            {
                Api.AssignString(_vectors[column], (ulong)_row, bytes, (ulong)text.Length);
            }
        }

        Fill(column);
    }

    public void SetNull(int column)
    {
        ObjectDisposedException.ThrowIf(_chunk.IsClosed, this);
        _validity[column][_row >> 6] &= ~(1UL << (_row & 63));
    }

    /// <summary>Ends the row; every 2,048 rows go to DuckDB.</summary>
    /// <exception cref="DuckException">DuckDB refuses rows, for instance by a constraint.</exception>
    public void EndRow()
    {
        ObjectDisposedException.ThrowIf(_chunk.IsClosed, this);
        if (++_row == _capacity)
        {
            Flush();
        }
    }

    /// <summary>Hands the last rows to DuckDB. Outside of a transaction this commits them.</summary>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(_chunk.IsClosed, this);
        if (_row > 0)
        {
            Flush();
        }

        Check(Api.CloseAppender(_handle));
    }

    public void Dispose()
    {
        if (!_handle.IsClosed)
        {
            // Else destroying would still write what lies in it
            _ = Api.ClearAppender(_handle);
            _handle.Dispose();
            _chunk.Dispose();
            foreach (var type in _typeHandles)
            {
                type.Dispose();
            }
        }
    }

    private void Flush()
    {
        Api.SetChunkSize(_chunk, (ulong)_row);
        Check(Api.AppendDataChunk(_handle, _chunk));
        Api.ResetDataChunk(_chunk);
        Renew();
    }

    // All cells are null until they are set
    private void Renew()
    {
        _row = 0;
        for (var i = 0; i < _vectors.Length; i++)
        {
            _vectors[i] = Api.ChunkVector(_chunk, (ulong)i);
            Api.EnsureValidityWritable(_vectors[i]);
            _data[i] = (byte*)Api.VectorData(_vectors[i]);
            _validity[i] = Api.VectorValidity(_vectors[i]);
            new Span<ulong>(_validity[i], _capacity / 64).Clear();
        }
    }

    private T* Place<T>(int column)
        where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(_chunk.IsClosed, this);
        return (T*)_data[column] + _row;
    }

    private void Fill(int column) => _validity[column][_row >> 6] |= 1UL << (_row & 63);

    private void Check(int state)
    {
        if (state != 0)
        {
            using var error = Api.AppenderErrorData(_handle);
            throw new DuckException((DuckErrorType)Api.ErrorDataType(error), Utf8.Read(Api.AppenderError(_handle)));
        }
    }

    private DuckException Mismatch(int column, string given) =>
        new(DuckErrorType.InvalidInput, $"Column {column} of type {_types[column]} takes no {given}");
}
