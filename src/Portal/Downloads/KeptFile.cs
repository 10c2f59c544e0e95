using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Purbalingga.Portal.Downloads;

/// <summary>Answers with a file on disk: by its tag, in parts, or packed where it is text and the client takes that.</summary>
internal static class KeptFile
{
    /// <param name="tag">Of its bytes, without quotation marks.</param>
    public static IResult Answer(HttpContext context, string path, string mediaType, string tag, DateTime? modified)
    {
        var response = context.Response;
        if (TextCompression.IsText(mediaType))
        {
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }

        if (new FileInfo(path) is not { Exists: true, Length: var length })
        {
            response.Headers.ContentDisposition = default;
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        return TextCompression.Choose(context.Request, mediaType, length) is { } encoding
            ? new PackedFile(path, mediaType, tag, modified, encoding)
            : Results.File(path, mediaType, lastModified: modified, entityTag: new EntityTagHeaderValue($"\"{tag}\""), enableRangeProcessing: true);
    }

    /// <summary>Whether the client says that it has the bytes of this tag.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        new RequestHeaders(request.Headers).IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false));

    private sealed class PackedFile(string path, string mediaType, string tag, DateTime? modified, string encoding) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            // Packed bytes are others, so they have a tag of their own
            var own = new EntityTagHeaderValue($"\"{tag}-{encoding}\"");
            response.Headers.ETag = own.ToString();
            response.Headers.LastModified = modified is { } time ? HeaderUtilities.FormatDate(time) : default;
            if (IsKnown(httpContext.Request, own) || IsUnchanged(httpContext.Request))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            response.ContentType = mediaType;
            response.Headers.ContentEncoding = encoding;
            if (HttpMethods.IsHead(httpContext.Request.Method))
            {
                return;
            }

            await using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 128 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
            await using var packed = TextCompression.Open(encoding, response.Body);
            await source.CopyToAsync(packed, 128 * 1024, httpContext.RequestAborted);
        }

        // A date counts only where no tag was sent, and knows no parts of seconds
        private bool IsUnchanged(HttpRequest request) =>
            modified is { } time && request.Headers.IfNoneMatch.Count == 0 && new RequestHeaders(request.Headers).IfModifiedSince is { } since
            && time.Ticks / TimeSpan.TicksPerSecond <= since.UtcTicks / TimeSpan.TicksPerSecond;
    }
}
