using System.Runtime.InteropServices;

namespace Purbalingga.DuckDb.Native;

/// <summary><c>duckdb_appender</c>. Destroying it writes what it still holds, unless it failed before.</summary>
internal sealed unsafe class AppenderHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        var pointer = handle;
        Api.DestroyAppender(&pointer);
        return true;
    }
}
