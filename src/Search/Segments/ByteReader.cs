using System.Buffers.Binary;
using System.Text;

namespace Purbalingga.Search.Segments;

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
internal struct ByteReader(byte[] bytes, int position)
{
    public int Position { get; set; } = position;

    public byte Byte() => bytes[Position++];

    public int Int32()
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(Position, 4));
        Position += 4;
        return value;
    }

    public long Int64()
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(Position, 8));
        Position += 8;
        return value;
    }

    public int Varint()
    {
        int first = bytes[Position++];
        if (first < 0x80)
        {
            return first;
        }
        var value = first & 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            int next = bytes[Position++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    public ReadOnlySpan<byte> Bytes(int count)
    {
        var span = bytes.AsSpan(Position, count);
        Position += count;
        return span;
    }

    public string Text() => Encoding.UTF8.GetString(Bytes(Varint()));
}
