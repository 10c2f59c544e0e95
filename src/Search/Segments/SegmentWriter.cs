namespace Purbalingga.Search.Segments;

/// <summary>
/// Lays a segment out: header, fields one after the other, stored values, directory, footer with the place of the directory.
/// The layout is the same in memory and in a file.
/// </summary>
internal sealed class SegmentWriter(int documents, int capacity = 4096)
{
    public const int Magic = 0x31475350; // "PSG1"

    private readonly ByteWriter _out = MakeOutput(documents, capacity);
    private readonly ByteWriter _directory = new(1024);
    private int _fields;

    public FieldWriter BeginField(string name, FieldKind kind)
    {
        _fields++;
        return new FieldWriter(_out, name, kind);
    }

    public void EndField(FieldWriter field, List<(int Doc, int Length)> lengths, List<(int Doc, long Value)> numbers) =>
        field.Finish(_directory, documents, lengths, numbers);

    /// <summary>Writes the stored values and closes the segment.</summary>
    /// <param name="storedNames">Names by the numbers that the stored blocks use.</param>
    /// <param name="storedOffsets">Ends of the documents' blocks within <paramref name="stored"/>.</param>
    public byte[] Finish(List<string> storedNames, List<int> storedOffsets, ByteWriter stored)
    {
        var storedStart = _out.Length;
        _out.Bytes(stored.Written);
        var offsetsStart = _out.Length;
        foreach (var offset in storedOffsets)
        {
            _out.Int32(offset);
        }
        var directoryStart = _out.Length;
        _out.Int32(_fields);
        _out.Bytes(_directory.Written);
        _out.Int32(storedNames.Count);
        foreach (var name in storedNames)
        {
            _out.Text(name);
        }
        _out.Int32(storedStart);
        _out.Int32(offsetsStart);
        _out.Int32(directoryStart);
        return _out.ToArray();
    }

    private static ByteWriter MakeOutput(int documents, int capacity)
    {
        var output = new ByteWriter(capacity);
        output.Int32(Magic);
        output.Int32(documents);
        return output;
    }
}
