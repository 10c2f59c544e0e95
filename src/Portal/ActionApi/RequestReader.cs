using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Hosting;

namespace Purbalingga.Portal.ActionApi;

/// <summary>Finds the parameters of a call in the order in which CKAN looks for them.</summary>
internal sealed class RequestReader(UploadReader uploads, IOptions<PortalOptions> options)
{
    private const int Mebibyte = 1 << 20;

    // Bodies of this size and more are read into nodes a few at a time, so that many of them at once cannot take the memory
    private const int Large = Mebibyte;
    private static readonly SemaphoreSlim LargeTurns = new(4, 4);

    /// <exception cref="BadRequestException">The parameters cannot be read.</exception>
    /// <exception cref="UploadRefusedException">A file is far over its limit.</exception>
    public async ValueTask<ActionInput> ReadAsync(HttpContext context, ActionDescriptor action, Caller caller)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            return new ActionInput(action.ReadOnly ? FromQuery(request) : []);
        }

        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            var form = await uploads.ReadAsync(context, type, caller);
            var fields = form.Fields.Count > 0 ? OfForm(form.Fields) : action.ReadOnly ? FromQuery(request) : [];
            return new ActionInput(fields, form.Files);
        }

        var limit = (caller.IsAnonymous ? options.Value.MaxAnonymousBodyMegabytes : options.Value.MaxBodyMegabytes) * Mebibyte;
        if (request.ContentLength > limit)
        {
            throw BadRequestException.TooLarge(limit);
        }

        var (bytes, length) = await ReadBodyAsync(context, limit);
        try
        {
            return new ActionInput(await FromBodyAsync(context, action, type, bytes.AsMemory(0, length)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private async ValueTask<JsonObject> FromBodyAsync(HttpContext context, ActionDescriptor action, MediaTypeHeaderValue? type, ReadOnlyMemory<byte> body)
    {
        if (type is not null && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            && FormText.Parse(body.Span) is { Count: > 0 } fields)
        {
            return OfForm(fields);
        }

        if (action.ReadOnly && context.Request.QueryString.Value is { Length: > 1 })
        {
            return FromQuery(context.Request);
        }

        if (body.Length == 0)
        {
            return [];
        }

        if (body.Length < Large)
        {
            return ToObject(JsonText.Parse(body.Span, options.Value.MaxJsonValues));
        }

        await LargeTurns.WaitAsync(context.RequestAborted);
        try
        {
            return ToObject(JsonText.Parse(body.Span, options.Value.MaxJsonValues));
        }
        finally
        {
            LargeTurns.Release();
        }
    }

    private static JsonObject FromQuery(HttpRequest request)
    {
        var query = request.QueryString.Value;
        return string.IsNullOrEmpty(query) ? [] : FormText.ToObject(FormText.Parse(Encoding.UTF8.GetBytes(query.AsSpan(1).ToString())));
    }

    /// <summary>One field whose value is empty or 1 is what <c>curl -d '{"id": "x"}'</c> makes of JSON.</summary>
    private JsonObject OfForm(List<KeyValuePair<string, string>> fields) =>
        fields is [{ Value: "" or "1" } only] ? ToObject(JsonText.Parse(Encoding.UTF8.GetBytes(only.Key), options.Value.MaxJsonValues)) : FormText.ToObject(fields);

    private static JsonObject ToObject(JsonNode? node) => node as JsonObject
        ?? throw BadRequestException.Json($"Request data JSON decoded to {PythonText.Repr(node)} but it needs to be a dictionary.");

    private static async ValueTask<(byte[] Bytes, int Length)> ReadBodyAsync(HttpContext context, int limit)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(limit, context.Request.ContentLength ?? 4096));
        var length = 0;
        try
        {
            var reader = context.Request.BodyReader;
            while (true)
            {
                var read = await reader.ReadAsync(context.RequestAborted);
                if (length + read.Buffer.Length > limit)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    throw BadRequestException.TooLarge(limit);
                }

                buffer = Room(buffer, length, (int)read.Buffer.Length);
                read.Buffer.CopyTo(buffer.AsSpan(length));
                length += (int)read.Buffer.Length;
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return (buffer, length);
                }
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private static byte[] Room(byte[] buffer, int used, int needed)
    {
        if (buffer.Length - used >= needed)
        {
            return buffer;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(used + needed, 2 * buffer.Length));
        buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
