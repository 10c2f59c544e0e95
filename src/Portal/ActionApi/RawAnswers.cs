using System.Buffers;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Portal.ActionApi;

/// <summary>Writes ready bytes with their length.</summary>
internal static class RawAnswers
{
    public const string Json = "application/json;charset=utf-8";

    public static Task WriteAsync(HttpContext context, int status, string contentType, ReadOnlyMemory<byte> body) =>
        WriteAsync(context, status, contentType, default, body, default);

    /// <summary>Writes a result while it is read, between two ready pieces; its length is not known before.</summary>
    public static async Task StreamAsync(HttpContext context, string contentType, ReadOnlyMemory<byte> head, StreamedJson result, ReadOnlyMemory<byte> tail)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = contentType;
        response.Headers.XContentTypeOptions = "nosniff";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        await using (var body = new HeadedStream(response.Body, head))
        {
            await result.WriteAsync(body, context.RequestAborted);
        }

        response.BodyWriter.Write(tail.Span);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    /// <summary>Writes three pieces one after another, without copying them together first. Nothing but the headers for HEAD.</summary>
    public static async Task WriteAsync(
        HttpContext context, int status, string contentType, ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second, ReadOnlyMemory<byte> third)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.Headers.XContentTypeOptions = "nosniff";
        response.ContentLength = first.Length + second.Length + third.Length;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var writer = response.BodyWriter;
        writer.Write(first.Span);
        writer.Write(second.Span);
        writer.Write(third.Span);
        await writer.FlushAsync(context.RequestAborted);
    }
}
