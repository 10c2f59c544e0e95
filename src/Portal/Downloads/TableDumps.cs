using System.Text;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore;
using Purbalingga.Portal.ActionApi;
using Purbalingga.Portal.Hosting;

namespace Purbalingga.Portal.Downloads;

/// <summary>CKAN's address of whole tables, written while they are read.</summary>
internal sealed class TableDumps(DataStoreDumps dumps, CallerFactory callers)
{
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
            var wrong = error.Errors.Select(pair => $"{pair.Key}: " + (pair.Value is JsonArray { Count: > 0 } texts ? texts[0] : pair.Value));
            await HtmlAnswers.WriteAsync(context, StatusCodes.Status400BadRequest, string.Join("; ", wrong));
            return;
        }

        await using (dump)
        {
            response.ContentType = dump.MediaType;
            response.Headers.ContentDisposition = $"attachment; filename=\"{dump.FileName}\"";
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await SendAsync(context, dump);
            }
        }
    }

    private static async Task SendAsync(HttpContext context, DataStoreDump dump)
    {
        try
        {
            await dump.WriteAsync(context.Response.Body, context.RequestAborted);
        }
        catch (CatalogException error) when (!context.Response.HasStarted)
        {
            context.Response.Headers.ContentDisposition = default;
            await HtmlAnswers.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, error.Message);
        }
        catch (CatalogException)
        {
            // Half a file must not look like a whole one
            context.Abort();
        }
    }
}
