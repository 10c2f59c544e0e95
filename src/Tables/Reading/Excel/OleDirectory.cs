using System.Buffers.Binary;

namespace Purbalingga.Tables.Reading.Excel;

/// <summary>Looks over the directory of an OLE container before a reader believes the sizes in it.</summary>
internal static class OleDirectory
{
    private const int EntryBytes = 128;
    private const int SizeAt = 120;

    /// <summary>Whether an entry claims to be larger than the whole file, so that a reader would set aside memory for it in vain ([MS-CFB] 2.6).</summary>
    public static bool ClaimsTooMuch(Stream source)
    {
        source.Position = 0;
        Span<byte> header = stackalloc byte[512];
        if (source.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length
            || !header.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return false; // a bare BIFF stream has no directory
        }

        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header[0x1E..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(header[0x30..]);
        var offset = shift is 9 or 12 ? ((long)start + 1) << shift : long.MaxValue;
        if (offset >= source.Length)
        {
            return true;
        }

        source.Position = offset;
        var bytes = new byte[1 << shift];
        var length = source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        for (var at = 0; at + EntryBytes <= length; at += EntryBytes)
        {
            var entry = bytes.AsSpan(at, EntryBytes);
            // Kind 2 is a stream, 5 the root; the upper half of the size is undefined in files of 512-byte sectors
            if (entry[66] is 2 or 5 && BinaryPrimitives.ReadUInt32LittleEndian(entry[SizeAt..]) > source.Length)
            {
                return true;
            }
        }

        return false;
    }
}
