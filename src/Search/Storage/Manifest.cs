using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Storage;

/// <summary>What a snapshot consists of. Written last; what it does not name does not count.</summary>
/// <param name="Schema">Fingerprint of the schema under which the segments were built.</param>
/// <param name="Sequence">Sequence that the segments contain, exactly.</param>
/// <param name="NextFile">Number for the next segment file.</param>
internal sealed record Manifest(string Schema, long Sequence, long NextFile, IReadOnlyList<ManifestSegment> Segments)
{
    public const string FileName = "manifest";

    private const int Magic = 0x314D4650; // "PFM1"

    public byte[] ToBytes()
    {
        var writer = new ByteWriter(1024);
        writer.Int32(Magic);
        writer.Text(Schema);
        writer.Int64(Sequence);
        writer.Int64(NextFile);
        writer.Int32(Segments.Count);
        foreach (var segment in Segments)
        {
            writer.Text(segment.File);
            writer.Int32(segment.Length);
            writer.Int32((int)segment.Checksum);
            segment.Live.Write(writer);
        }
        writer.Int32((int)Crc32C.Of(writer.Written));
        return writer.ToArray();
    }

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="InvalidDataException">Damaged, or of another format.</exception>
    public static Manifest Parse(byte[] bytes)
    {
        // the checksum is looked at first: everything behind it may then trust what it reads
        if (bytes.Length < 8 || BitConverter.ToUInt32(bytes, bytes.Length - 4) != Crc32C.Of(bytes.AsSpan(0, bytes.Length - 4)))
        {
            throw new InvalidDataException("The manifest of the search index is damaged");
        }
        var reader = new ByteReader(bytes, 0);
        if (reader.Int32() != Magic)
        {
            throw new InvalidDataException("The search index is of another format");
        }
        var schema = reader.Text();
        var sequence = reader.Int64();
        var nextFile = reader.Int64();
        var segments = new ManifestSegment[reader.Int32()];
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = new ManifestSegment(reader.Text(), reader.Int32(), (uint)reader.Int32(), LiveDocuments.Read(ref reader));
        }
        return new Manifest(schema, sequence, nextFile, segments);
    }
}
