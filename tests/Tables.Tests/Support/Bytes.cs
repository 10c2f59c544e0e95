using System.Text;

namespace Purbalingga.Tables.Tests.Support;

/// <summary>Streams from texts and bytes.</summary>
internal static class Bytes
{
    public static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    public static MemoryStream In(Encoding encoding, string text) => new([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

    public static MemoryStream Without(Encoding encoding, string text) => new(encoding.GetBytes(text));

    public static FileStream File(string name) => System.IO.File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Files", name));
}
