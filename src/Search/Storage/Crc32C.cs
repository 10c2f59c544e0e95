using System.Numerics;
using System.Runtime.InteropServices;

namespace Purbalingga.Search.Storage;

/// <summary>The CRC-32C checksum (Castagnoli), which finds every single damaged byte and every short burst.</summary>
internal static class Crc32C
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }
        foreach (var b in bytes[(words.Length * 8)..])
        {
            crc = BitOperations.Crc32C(crc, b);
        }
        return ~crc;
    }
}
