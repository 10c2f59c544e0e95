using System.Runtime.InteropServices;

namespace Purbalingga.DuckDb.Native;

/// <summary>A <c>duckdb_result</c> in memory of its own, so that its address stays.</summary>
internal sealed unsafe class ResultHandle : SafeHandle
{
    public ResultHandle() : base(0, ownsHandle: true) => handle = (nint)NativeMemory.AllocZeroed((nuint)sizeof(NativeResult));

    public override bool IsInvalid => handle == 0;

    public NativeResult* Pointer => IsClosed ? throw new ObjectDisposedException(nameof(DuckResult)) : (NativeResult*)handle;

    protected override bool ReleaseHandle()
    {
        Api.DestroyResult((NativeResult*)handle);
        NativeMemory.Free((void*)handle);
        return true;
    }
}
