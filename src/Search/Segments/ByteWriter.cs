using System.Buffers.Binary;
using System.Text;

namespace Purbalingga.Search.Segments;

/// <summary>A growing byte buffer, little-endian.</summary>
internal sealed class ByteWriter(int capacity = 256)
{
    private byte[] _bytes = new byte[Math.Max(capacity, 16)];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>The bytes in an array of exactly their length.</summary>
    public byte[] ToArray()
    {
        if (_bytes.Length == Length)
        {
            return _bytes;
        }
        return _bytes.AsSpan(0, Length).ToArray();
    }

    public void Clear() => Length = 0;

    public Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            var wanted = Math.Max((long)_bytes.Length * 2, (long)Length + count);
            Array.Resize(ref _bytes, (int)Math.Min(wanted, Array.MaxLength));
        }
        var span = _bytes.AsSpan(Length, count);
        Length += count;
        return span;
    }

    public void Byte(byte value) => Reserve(1)[0] = value;

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Reserve(4), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Reserve(8), value);

    /// <summary>Seven bits a byte, low ones first.</summary>
    public void Varint(int value)
    {
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            Byte((byte)(rest | 0x80));
            rest >>= 7;
        }
        Byte((byte)rest);
    }

    public void Text(string text)
    {
        Varint(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetByteCount(text)));
    }
}
