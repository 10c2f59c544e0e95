using System.Runtime.InteropServices;

namespace Purbalingga.DuckDb.Native;

/// <summary><c>duckdb_result</c>: five retired fields and the one that counts.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    private readonly nint _columnCount;
    private readonly nint _rowCount;
    private readonly nint _rowsChanged;
    private readonly nint _columns;
    private readonly nint _errorMessage;
    private readonly nint _internal;
}
