using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Purbalingga.Search.Segments;

/// <summary>
/// 128 numbers of 0 to 31 bits each. Four lanes run side by side, number i in lane i mod 4, so that four are packed or
/// unpacked at once; a block of b bits takes 16 b bytes after one byte that tells b.
/// </summary>
internal static class PackedBlock
{
    public const int Size = 128;

    private const int Rows = Size / 4;

    /// <summary>Writes 128 numbers that are not negative.</summary>
    public static void Write(ByteWriter writer, ReadOnlySpan<int> values)
    {
        var all = 0;
        foreach (var value in values[..Size])
        {
            all |= value;
        }
        var bits = 32 - BitOperations.LeadingZeroCount((uint)all);
        writer.Byte((byte)bits);
        if (bits == 0)
        {
            return;
        }
        var output = MemoryMarshal.Cast<byte, Vector128<uint>>(writer.Reserve(16 * bits));
        var input = MemoryMarshal.Cast<int, Vector128<uint>>(values);
        output.Clear();
        for (var row = 0; row < Rows; row++)
        {
            var at = row * bits;
            var word = at >> 5;
            var shift = at & 31;
            output[word] |= input[row] << shift;
            if (shift + bits > 32)
            {
                output[word + 1] |= input[row] >> (32 - shift);
            }
        }
    }

    /// <summary>Bytes of the block that starts here.</summary>
    public static int LengthAt(byte[] bytes, int position) => 1 + (16 * bytes[position]);

    /// <summary>Reads 128 numbers.</summary>
    /// <returns>Where the next block starts.</returns>
    public static int Read(byte[] bytes, int position, Span<int> values)
    {
        int bits = bytes[position++];
        if (bits == 0)
        {
            values[..Size].Clear();
            return position;
        }
        var input = MemoryMarshal.Cast<byte, Vector128<uint>>(bytes.AsSpan(position, 16 * bits));
        var output = MemoryMarshal.Cast<int, Vector128<uint>>(values[..Size]);
        var mask = Vector128.Create((uint)((1L << bits) - 1));
        var word = 0;
        var shift = 0;
        for (var row = 0; row < Rows; row++)
        {
            var value = input[word] >> shift;
            shift += bits;
            if (shift >= 32)
            {
                word++;
                shift -= 32;
                if (shift > 0)
                {
                    value |= input[word] << (bits - shift);
                }
            }
            output[row] = value & mask;
        }
        return position + (16 * bits);
    }
}
