using System.Text;
using Purbalingga.DuckDb.Native;

namespace Purbalingga.DuckDb;

/// <summary>A prepared statement of one connection. Parameters are counted from 1.</summary>
public sealed unsafe class DuckStatement : IDisposable
{
    private readonly DuckConnection _connection;
    private readonly StatementHandle _handle;

    internal DuckStatement(DuckConnection connection, StatementHandle handle) => (_connection, _handle) = (connection, handle);

    public int ParameterCount => (int)Api.ParameterCount(_handle);

    /// <summary>True for SELECT, and for DESCRIBE and SHOW too, which DuckDB counts to them.</summary>
    public bool IsSelect => Api.StatementType(_handle) == 1;

    public void BindNull(int index) => Check(index, Api.BindNull(_handle, (ulong)index));

    public void Bind(int index, bool value) => Check(index, Api.BindBoolean(_handle, (ulong)index, value ? (byte)1 : (byte)0));

    public void Bind(int index, long value) => Check(index, Api.BindInt64(_handle, (ulong)index, value));

    public void Bind(int index, double value) => Check(index, Api.BindDouble(_handle, (ulong)index, value));

    public void Bind(int index, Int128 value) => Check(index, Api.BindHugeInt(_handle, (ulong)index, NativeHugeInt.From(value)));

    /// <summary>A decimal of <paramref name="width"/> digits of which <paramref name="scale"/> stand behind the point.</summary>
    public void Bind(int index, Int128 value, int width, int scale) =>
        Check(index, Api.BindDecimal(_handle, (ulong)index, new((byte)width, (byte)scale, NativeHugeInt.From(value))));

    public void Bind(int index, string value) => BindUtf8(index, Encoding.UTF8.GetBytes(value));

    public void BindUtf8(int index, ReadOnlySpan<byte> value)
    {
        fixed (byte* text = value)
        {
            byte none;
            Check(index, Api.BindVarchar(_handle, (ulong)index, text == null ? &none : text, (ulong)value.Length));
        }
    }

    public void Bind(int index, ReadOnlySpan<byte> value)
    {
        fixed (byte* data = value)
        {
            byte none;
            Check(index, Api.BindBlob(_handle, (ulong)index, data == null ? &none : data, (ulong)value.Length));
        }
    }

    /// <summary>Days since 1970-01-01.</summary>
    public void BindDate(int index, int days) => Check(index, Api.BindDate(_handle, (ulong)index, days));

    /// <summary>Microseconds since midnight.</summary>
    public void BindTime(int index, long microseconds) => Check(index, Api.BindTime(_handle, (ulong)index, microseconds));

    /// <summary>Microseconds since 1970-01-01.</summary>
    public void BindTimestamp(int index, long microseconds) => Check(index, Api.BindTimestamp(_handle, (ulong)index, microseconds));

    public void ClearBindings() => Check(0, Api.ClearBindings(_handle));

    /// <summary>Runs it; the rows come while DuckDB still works on it. Read or dispose them before the connection runs anything else.</summary>
    public DuckResult Query(CancellationToken ct = default) => Run(streaming: true, ct);

    /// <summary>Runs it to its end.</summary>
    /// <returns>Rows inserted, updated or deleted.</returns>
    public long Execute(CancellationToken ct = default)
    {
        using var result = Run(streaming: false, ct);
        return result.RowsChanged;
    }

    public void Dispose() => _handle.Dispose();

    private DuckResult Run(bool streaming, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var result = new ResultHandle();
        // Lives as long as the result, since a streaming one works while it is read
        var stop = _connection.StopOn(ct);
        try
        {
            var state = streaming ? Api.ExecuteStreaming(_handle, result.Pointer) : Api.Execute(_handle, result.Pointer);
            return state == 0 ? new DuckResult(result, stop, ct) : throw DuckConnection.Error(result, ct);
        }
        catch
        {
            stop.Dispose();
            result.Dispose();
            throw;
        }
    }

    private static void Check(int index, int state)
    {
        if (state != 0)
        {
            throw new DuckException(DuckErrorType.InvalidInput, $"The statement does not take parameter {index}");
        }
    }
}
