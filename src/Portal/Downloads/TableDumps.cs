using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore;
using Purbalingga.Portal.ActionApi;
using Purbalingga.Portal.Hosting;

namespace Purbalingga.Portal.Downloads;

/// <summary>CKAN's address of whole tables, written while they are read.</summary>
internal sealed class TableDumps(DataStoreDumps dumps, CallerFactory callers)
{
    private static readonly string[] OfFiles = [HeaderNames.ContentDisposition, HeaderNames.ContentEncoding, HeaderNames.ETag, HeaderNames.CacheControl];

    public async Task GetAsync(HttpContext context, string resource)
    {
        var response = context.Response;
        DataStoreDump dump;
        try
        {
            var query = context.Request.QueryString.Value is { Length: > 1 } text ? FormText.ToObject(FormText.Parse(Encoding.UTF8.GetBytes(text[1..]))) : [];
            dump = await dumps.OpenAsync(resource, query, await callers.FromAsync(context), context.RequestAborted);
        }
        catch (Exception error) when (error is NotFoundException or NotAuthorizedException)
        {
            // As in CKAN, whether there is such a table is not told to those who may not see it
            await HtmlAnswers.WriteAsync(context, StatusCodes.Status404NotFound, "DataStore resource not found");
            return;
        }
        catch (InvalidException error)
        {
            await HtmlAnswers.WriteAsync(context, StatusCodes.Status400BadRequest, TextOf(error));
            return;
        }

        await using (dump)
        {
            try
            {
                await AnswerAsync(context, dump);
            }
            catch (CatalogException error) when (!response.HasStarted)
            {
                foreach (var header in OfFiles)
                {
                    response.Headers.Remove(header);
                }

                var status = error switch
                {
                    InvalidException => StatusCodes.Status400BadRequest,
                    NotFoundException => StatusCodes.Status404NotFound,
                    _ => StatusCodes.Status503ServiceUnavailable,
                };
                await HtmlAnswers.WriteAsync(context, status, TextOf(error));
            }
            catch (CatalogException)
            {
                // Half a file must not look like a whole one
                context.Abort();
            }
        }
    }

    private static async Task AnswerAsync(HttpContext context, DataStoreDump dump)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ContentDisposition = $"attachment; filename=\"{dump.FileName}\"";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = dump.IsPublic ? "public, max-age=0, must-revalidate" : "private, no-store";
        if (dump.IsKept)
        {
            var known = new EntityTagHeaderValue($"\"{dump.Tag}\"");
            if (KeptFile.IsKnown(request, known))
            {
                // Before it is made for somebody who has it
                response.Headers.ETag = known.ToString();
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            var path = await dump.FileAsync(context.RequestAborted);
            await KeptFile.Answer(context, path, dump.MediaType, dump.Tag!, modified: null).ExecuteAsync(context);
            return;
        }

        var encoding = TextCompression.Choose(request, dump.MediaType, length: null);
        if (TextCompression.IsText(dump.MediaType))
        {
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }

        if (dump.Tag is { } name)
        {
            var tag = new EntityTagHeaderValue(encoding is null ? $"\"{name}\"" : $"\"{name}-{encoding}\"");
            response.Headers.ETag = tag.ToString();
            if (KeptFile.IsKnown(request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.ContentType = dump.MediaType;
        response.Headers.ContentEncoding = encoding;
        if (!HttpMethods.IsHead(request.Method))
        {
            await SendAsync(context, dump, encoding);
        }
    }

    private static async Task SendAsync(HttpContext context, DataStoreDump dump, string? encoding)
    {
        await dump.OpenAsync(context.RequestAborted);
        if (encoding is null)
        {
            await dump.WriteAsync(context.Response.Body, context.RequestAborted);
            return;
        }

        // Ended only when all went well: its last block would make half a file whole
        var packed = TextCompression.Open(encoding, context.Response.Body);
        await dump.WriteAsync(packed, context.RequestAborted);
        await packed.DisposeAsync();
    }

    private static string TextOf(CatalogException error) => error is InvalidException invalid
        ? string.Join("; ", invalid.Errors.Select(pair => $"{pair.Key}: " + (pair.Value is JsonArray { Count: > 0 } texts ? texts[0] : pair.Value))) : error.Message;
}
