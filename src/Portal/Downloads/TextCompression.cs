using System.IO.Compression;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Purbalingga.Portal.Downloads;

/// <summary>Packs texts on their way to clients that can unpack them. They hold no secrets beside what others wrote, so this is sound over TLS too.</summary>
internal static class TextCompression
{
    private const long SmallestWorthIt = 1024;

    /// <summary>The best that the client takes and the answer deserves: <c>br</c>, <c>gzip</c>, or null for none. Parts of a file are never packed.</summary>
    /// <param name="length">Bytes; null where nobody knows.</param>
    public static string? Choose(HttpRequest request, string mediaType, long? length)
    {
        if (!IsText(mediaType) || length < SmallestWorthIt || request.Headers.Range.Count > 0)
        {
            return null;
        }

        var accepted = new RequestHeaders(request.Headers).AcceptEncoding;
        double Quality(string name) => accepted.Where(value => value.Value.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(value => value.Quality ?? 1).FirstOrDefault(0);
        var (brotli, gzip) = (Quality("br"), Quality("gzip"));
        return brotli > 0 && brotli >= gzip ? "br" : gzip > 0 ? "gzip" : null;
    }

    /// <summary>Whether answers of this type differ by what the client accepts.</summary>
    public static bool IsText(string mediaType) => MediaTypeHeaderValue.TryParse(mediaType, out var type) && type.MediaType.Value is { } name
        && (name.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || name.EndsWith("json", StringComparison.OrdinalIgnoreCase) || name.EndsWith("xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>What is written to it goes packed into the body, which is left open.</summary>
    public static Stream Open(string encoding, Stream body) => encoding == "br"
        ? new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true) : new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true);
}
