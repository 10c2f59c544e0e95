using System.IO.Compression;
using System.Text;

namespace Purbalingga.Tables.Tests.Support;

/// <summary>Packs texts as the tests need them.</summary>
internal static class Archives
{
    public static MemoryStream Gzip(byte[] content)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return bytes;
    }

    public static MemoryStream Zip(params (string Name, byte[] Content)[] files)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes;
    }

    public static MemoryStream Zip(params (string Name, string Content)[] files) =>
        Zip([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Content)))]);
}
