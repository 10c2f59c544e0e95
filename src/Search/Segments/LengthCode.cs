namespace Purbalingga.Search.Segments;

/// <summary>Lengths of texts in one byte: exact to 127 words, then in steps of 5 %.</summary>
internal static class LengthCode
{
    private static readonly int[] s_lengths = MakeLengths();

    /// <summary>Byte of the largest length that is not above the given one; 0 only for 0.</summary>
    public static byte Encode(int length)
    {
        if (length < 128)
        {
            return (byte)length;
        }
        var at = Array.BinarySearch(s_lengths, length);
        return (byte)(at >= 0 ? at : ~at - 1);
    }

    /// <summary>Length for a byte.</summary>
    public static int Decode(byte code) => s_lengths[code];

    private static int[] MakeLengths()
    {
        var lengths = new int[256];
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = i < 128 ? i : (int)Math.Ceiling(lengths[i - 1] * 1.05);
        }
        return lengths;
    }
}
