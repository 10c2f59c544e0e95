using System.Runtime.InteropServices;

namespace Purbalingga.DuckDb.Native;

/// <summary><c>duckdb_database</c>. Closing it leaves open connections usable; the file is let go with the last of them.</summary>
internal sealed unsafe class DatabaseHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        var pointer = handle;
        Api.Close(&pointer);
        return true;
    }
}
