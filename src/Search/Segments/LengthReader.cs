using System.Runtime.InteropServices;

namespace Purbalingga.Search.Segments;

/// <summary>Length codes by document: a byte each where the field is common, a sorted list of documents where it is rare.</summary>
internal readonly struct LengthReader(byte[] data, int start, int count, bool isDense)
{
    /// <summary>Code of a document's length; 0 when it has no words.</summary>
    public byte CodeOf(int doc)
    {
        if (isDense)
        {
            return data[start + doc];
        }
        var at = MemoryMarshal.Cast<byte, int>(data.AsSpan(start, count * 4)).BinarySearch(doc);
        return at < 0 ? (byte)0 : data[start + (count * 4) + at];
    }
}
