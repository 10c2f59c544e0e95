using System.Numerics;

namespace Purbalingga.Search.Searching;

/// <summary>
/// 4,096 neighbouring documents of a segment while a query runs over them: which match, with what score. Queries are evaluated
/// window by window, so that clauses are joined 64 documents at a time and postings are unpacked in one go.
/// </summary>
internal sealed class Window
{
    public const int Size = 4096;
    public const int Words = Size / 64;

    /// <summary>First document; a multiple of <see cref="Size"/>.</summary>
    public int Base { get; set; }

    /// <summary>Documents that match.</summary>
    public ulong[] Bits { get; } = new ulong[Words];

    /// <summary>Scores where the bit is set; anything elsewhere.</summary>
    public float[] Scores { get; } = new float[Size];

    /// <summary>Documents that can matter at all; others may be left out.</summary>
    public ulong[] Mask { get; private set; } = [];

    /// <summary>Documents in the mask.</summary>
    public int MaskCount { get; private set; }

    /// <summary>Starts a window.</summary>
    public void Start(int first, ulong[] mask)
    {
        Base = first;
        Bits.AsSpan().Clear();
        Mask = mask;
        MaskCount = Count(mask);
    }

    public static int Count(ulong[] bits)
    {
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }
        return count;
    }

    public bool IsEmpty() => !Bits.AsSpan().ContainsAnyExcept(0UL);
}
