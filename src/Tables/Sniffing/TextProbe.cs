using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Purbalingga.Tables.Sniffing;

/// <summary>Tells the encoding of text from its bytes.</summary>
internal static class TextProbe
{
    /// <summary>Bytes after which a file without one odd byte is believed to go on as UTF-8; decoding checks the rest.</summary>
    private const long ScanBytes = 64L * 1024 * 1024;

    private static readonly SearchValues<byte> BinaryControls =
        SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 28, 29, 30, 31, 127]);

    /// <summary>Windows-1252, the encoding of Indonesian spreadsheets that are not UTF-8.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Encoding of the sample by byte order mark or by the zeros of UTF-16; null where neither speaks.</summary>
    public static (Encoding Encoding, int PreambleLength)? ByMark(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return (Encoding.UTF8, 3);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
        {
            return (Encoding.UTF32, 4);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (Encoding.Unicode, 2);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (Encoding.BigEndianUnicode, 2);
        }

        return ByZeros(head) is { } wide ? (wide, 0) : null;
    }

    /// <summary>Whether the bytes hold control characters that text does not have (after UTF-16 has been ruled out).</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> head)
    {
        if (head.Contains((byte)0))
        {
            return true;
        }

        var odd = 0;
        foreach (var value in head)
        {
            if (BinaryControls.Contains(value))
            {
                odd++;
            }
        }

        return odd * 50L > head.Length; // over 2 %
    }

    /// <summary>UTF-8 or Windows-1252, by reading up to 64 MB of the stream from its current position; the position is restored.</summary>
    public static async Task<Encoding> WithoutMarkAsync(Stream source, CancellationToken ct)
    {
        var start = source.Position;
        var buffer = ArrayPool<byte>.Shared.Rent(256 * 1024);
        try
        {
            var kept = 0;
            long total = 0;
            while (total < ScanBytes)
            {
                var read = await source.ReadAsync(buffer.AsMemory(kept), ct).ConfigureAwait(false);
                if (read == 0)
                {
                    return kept == 0 ? Encoding.UTF8 : Windows1252;
                }

                total += read;
                var length = kept + read;
                var whole = length - IncompleteTail(buffer.AsSpan(0, length));
                if (!Utf8.IsValid(buffer.AsSpan(0, whole)))
                {
                    return Windows1252;
                }

                kept = length - whole;
                buffer.AsSpan(whole, kept).CopyTo(buffer);
            }

            return Encoding.UTF8;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            source.Position = start;
        }
    }

    /// <summary>Bytes at the end that begin a UTF-8 character without finishing it; 0 to 3.</summary>
    private static int IncompleteTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var value = bytes[^back];
            if (value < 0x80)
            {
                return 0;
            }

            if (value >= 0xC0)
            {
                var needed = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
                return needed > back ? back : 0;
            }
        }

        return 0;
    }

    private static Encoding? ByZeros(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        var length = head.Length & ~1;
        if (length < 8)
        {
            return null;
        }

        for (var i = 0; i < length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var half = length / 2;
        if (odd > half * 0.6 && even < half * 0.02)
        {
            return Encoding.Unicode;
        }

        return even > half * 0.6 && odd < half * 0.02 ? Encoding.BigEndianUnicode : null;
    }
}
