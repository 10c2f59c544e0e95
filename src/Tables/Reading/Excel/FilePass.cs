namespace Purbalingga.Tables.Reading.Excel;

/// <summary>Tells a binary workbook under a password from a damaged one.</summary>
internal static class FilePass
{
    private const int SearchBytes = 1024 * 1024;

    /// <summary>Beginning of the workbook's globals in BIFF8; the FILEPASS record (0x002F) follows it in an encrypted workbook ([MS-XLS] 2.4.117).</summary>
    private static ReadOnlySpan<byte> Globals => [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00];

    public static bool IsSet(Stream source)
    {
        source.Position = 0;
        var bytes = new byte[(int)Math.Min(SearchBytes, source.Length)];
        var head = bytes.AsSpan(0, source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        var begin = head.IndexOf(Globals);
        return begin >= 0 && begin + 22 <= head.Length && head[begin + 20] == 0x2F && head[begin + 21] == 0x00;
    }
}
