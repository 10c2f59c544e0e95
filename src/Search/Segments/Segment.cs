using System.Runtime.InteropServices;
using System.Text;

namespace Purbalingga.Search.Segments;

/// <summary>An immutable part of an index: the bytes of a segment and what is derived from them. Safe for any number of readers.</summary>
internal sealed class Segment
{
    private readonly Dictionary<string, SegmentField> _fields = new(StringComparer.Ordinal);
    private readonly int _storedStart;
    private readonly int _offsetsStart;

    /// <summary>Opens a segment.</summary>
    /// <param name="data">Bytes as <see cref="SegmentWriter"/> laid them out, already checked.</param>
    /// <param name="file">Name of the file that holds the same bytes; null while there is none.</param>
    /// <param name="checksum">CRC-32C of the file; 0 while there is none.</param>
    public Segment(byte[] data, string? file = null, uint checksum = 0)
    {
        Checksum = checksum;
        Data = data;
        File = file;
        Documents = MemoryMarshal.Read<int>(data.AsSpan(4));
        _storedStart = MemoryMarshal.Read<int>(data.AsSpan(data.Length - 12));
        _offsetsStart = MemoryMarshal.Read<int>(data.AsSpan(data.Length - 8));
        var directory = new ByteReader(data, MemoryMarshal.Read<int>(data.AsSpan(data.Length - 4)));
        for (var fields = directory.Int32(); fields > 0; fields--)
        {
            var field = new SegmentField(data, Documents, ref directory);
            _fields.Add(field.Name, field);
        }
        StoredNames = new string[directory.Int32()];
        for (var i = 0; i < StoredNames.Length; i++)
        {
            StoredNames[i] = directory.Text();
        }
    }

    public byte[] Data { get; }

    public string? File { get; }

    public uint Checksum { get; }

    /// <summary>Documents, deleted ones included; they are numbered from 0.</summary>
    public int Documents { get; }

    public IReadOnlyCollection<SegmentField> Fields => _fields.Values;

    /// <summary>Names by the numbers that stored values carry.</summary>
    public string[] StoredNames { get; }

    public SegmentField? Field(string name) => _fields.GetValueOrDefault(name);

    /// <summary>Number of the document with an id; -1 when there is none.</summary>
    public int Find(string idField, ReadOnlySpan<byte> id, TermCursor cursor)
    {
        if (Field(idField) is not { } field)
        {
            return -1;
        }
        cursor.Reset(field);
        return cursor.SeekExact(id) ? cursor.Pointer : -1;
    }

    /// <summary>Where the stored values of a document lie in the data: field number and UTF-8 text by turns.</summary>
    public (int Start, int End) StoredRange(int doc)
    {
        var offsets = MemoryMarshal.Cast<byte, int>(Data.AsSpan(_offsetsStart, Documents * 4));
        return (_storedStart + (doc == 0 ? 0 : offsets[doc - 1]), _storedStart + offsets[doc]);
    }

    /// <summary>Reads stored values of a document into lists by field name.</summary>
    /// <param name="wanted">Which fields; null for all.</param>
    public void ReadStored(int doc, IReadOnlySet<string>? wanted, Dictionary<string, IReadOnlyList<string>> values)
    {
        var range = StoredRange(doc);
        var reader = new ByteReader(Data, range.Start);
        while (reader.Position < range.End)
        {
            var name = StoredNames[reader.Varint()];
            var text = reader.Bytes(reader.Varint());
            if (wanted is not null && !wanted.Contains(name))
            {
                continue;
            }
            if (!values.TryGetValue(name, out var list))
            {
                values.Add(name, list = new List<string>(1));
            }
            ((List<string>)list).Add(Encoding.UTF8.GetString(text));
        }
    }
}
