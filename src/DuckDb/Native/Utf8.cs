using System.Runtime.InteropServices;
using System.Text;

namespace Purbalingga.DuckDb.Native;

/// <summary>Texts on their way through the C API.</summary>
internal static unsafe class Utf8
{
    /// <summary>Text of a C string that stays DuckDB's; empty for null.</summary>
    public static string Read(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    /// <summary>Text of a C string that DuckDB gave away; frees it.</summary>
    public static string Take(byte* text)
    {
        try
        {
            return Read(text);
        }
        finally
        {
            Api.Free(text);
        }
    }

    /// <summary>Bytes with a 0 at the end.</summary>
    /// <exception cref="DuckException">The text holds a 0 in its midst, where C would cut it.</exception>
    public static byte[] Terminated(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new DuckException(DuckErrorType.InvalidInput, "The text holds the character U+0000");
        }

        var bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }
}
