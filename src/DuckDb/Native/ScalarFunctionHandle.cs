using System.Runtime.InteropServices;

namespace Purbalingga.DuckDb.Native;

/// <summary><c>duckdb_scalar_function</c>.</summary>
internal sealed unsafe class ScalarFunctionHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        var pointer = handle;
        Api.DestroyScalarFunction(&pointer);
        return true;
    }
}
