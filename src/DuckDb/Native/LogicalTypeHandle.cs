using System.Runtime.InteropServices;

namespace Purbalingga.DuckDb.Native;

/// <summary><c>duckdb_logical_type</c>.</summary>
internal sealed unsafe class LogicalTypeHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        var pointer = handle;
        Api.DestroyLogicalType(&pointer);
        return true;
    }
}
