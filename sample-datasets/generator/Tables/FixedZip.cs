using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Purbalingga.Samples.Tables;

/// <summary>Takes out of an Office package what differs from one saving to the next: times, random part names and ids.</summary>
internal static partial class FixedZip
{
    /// <summary>When all sample workbooks say they were made.</summary>
    public static DateTime Moment { get; } = new(2026, 1, 12, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>The same package with fixed times and ids, its entries in order of name and stored without compression.</summary>
    /// <remarks>Stored, because what deflate makes of the same bytes differs between versions and processors.</remarks>
    public static byte[] Rewrite(byte[] package)
    {
        using var input = new ZipArchive(new MemoryStream(package));
        var names = new Dictionary<string, string>();
        var parts = new List<(string Name, byte[] Content)>();
        foreach (var entry in input.Entries.OrderBy(e => CoreProperties().Replace(e.FullName, "core.psmdcp"), StringComparer.Ordinal))
        {
            using var stream = entry.Open();
            using var buffer = new MemoryStream();
            stream.CopyTo(buffer);
            var text = CoreProperties().Replace(Encoding.UTF8.GetString(buffer.ToArray()), "core.psmdcp");
            text = RandomId().Replace(text, id => names.TryGetValue(id.Value, out var known) ? known : names[id.Value] = "rId9" + names.Count.ToString("D4", Numbers.Plain));
            text = Timestamp().Replace(text, "2026-01-12T08:00:00Z");
            parts.Add((CoreProperties().Replace(entry.FullName, "core.psmdcp"), Encoding.UTF8.GetBytes(text)));
        }

        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers look for [Content_Types].xml first.
            foreach (var (name, content) in parts.OrderBy(p => p.Name == "[Content_Types].xml" ? 0 : 1))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(Moment);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return output.ToArray();
    }

    [GeneratedRegex("[0-9a-f]{32}\\.psmdcp")]
    private static partial Regex CoreProperties();

    [GeneratedRegex("\\bR[0-9a-f]{16,32}\\b")]
    private static partial Regex RandomId();

    [GeneratedRegex("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z")]
    private static partial Regex Timestamp();
}
