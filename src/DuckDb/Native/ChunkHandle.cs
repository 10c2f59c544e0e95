using System.Runtime.InteropServices;

namespace Purbalingga.DuckDb.Native;

/// <summary><c>duckdb_data_chunk</c>: up to 2,048 rows as one vector a column.</summary>
internal sealed unsafe class ChunkHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        var pointer = handle;
        Api.DestroyDataChunk(&pointer);
        return true;
    }
}
