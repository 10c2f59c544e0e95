namespace Purbalingga.Samples.Tables;

/// <summary>Records of a BIFF8 stream, each a type, a length and bytes.</summary>
internal sealed class BiffRecords
{
    private readonly List<byte> _bytes = [];

    public int Length => _bytes.Count;

    public void Add(ushort type, Action<BinaryWriter> write)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        write(writer);
        writer.Flush();
        _bytes.AddRange(BitConverter.GetBytes(type));
        _bytes.AddRange(BitConverter.GetBytes((ushort)content.Length));
        _bytes.AddRange(content.ToArray());
    }

    public byte[] ToArray() => [.. _bytes];
}
