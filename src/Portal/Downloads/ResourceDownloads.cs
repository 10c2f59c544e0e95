using Microsoft.Net.Http.Headers;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Resources;
using Purbalingga.Catalog.Storage;
using Purbalingga.Portal.Hosting;
using Purbalingga.Tables;

namespace Purbalingga.Portal.Downloads;

/// <summary>CKAN's download address: the uploaded file straight from disk, with ranges and ETag; a link leads on to its address.</summary>
internal sealed class ResourceDownloads(ResourceFiles files, IFileStorage storage, TableConversions conversions, CallerFactory callers)
{
    /// <summary>Types that a browser would run or draw as a page; they are saved instead.</summary>
    private static readonly string[] ActiveTypes = ["html", "svg", "xml", "javascript", "ecmascript", "xhtml", "multipart"];

    public async Task<IResult> GetAsync(HttpContext context, string dataset, string resource, string? fileName, string? format, string? safe, CancellationToken ct)
    {
        ResourceFile file;
        try
        {
            file = await files.FindAsync(dataset, resource, fileName, await callers.FromAsync(context), ct);
        }
        catch (NotFoundException)
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }
        catch (NotAuthorizedException)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (file.Hash is null)
        {
            return Redirect(file.Url);
        }

        Protect(context.Response, file);
        if (string.IsNullOrEmpty(format))
        {
            return storage.LocalPath(file.Hash) is { } path
                ? Send(context, path, file.MediaType, file.FileName, file.Hash, file.Modified, IsActive(file.MediaType))
                : Results.StatusCode(StatusCodes.Status404NotFound);
        }

        return DownloadFormat.Find(format, safe is "1" or "true") is { } wanted
            ? await ConvertedAsync(context, file, wanted, ct)
            : Text(StatusCodes.Status400BadRequest, $"Format \"{format}\" tidak dikenal. / Unknown format. Gunakan / use: {string.Join(", ", DownloadFormat.All.Select(f => f.Key))}.");
    }

    private async Task<IResult> ConvertedAsync(HttpContext context, ResourceFile file, DownloadFormat format, CancellationToken ct)
    {
        try
        {
            var path = await conversions.GetAsync(file.Hash!, format, ct);
            var name = Path.GetFileNameWithoutExtension(file.FileName) + format.Extension;
            return Send(context, path, format.MediaType, name, $"{file.Hash}-{format.Key}", file.Modified, attachment: true);
        }
        catch (TableReadException error)
        {
            return Text(
                StatusCodes.Status422UnprocessableEntity,
                $"Berkas ini tidak dapat dibaca sebagai tabel, tetapi dapat diunduh apa adanya. {error.Text.Indonesian}\n\n" +
                $"This file cannot be read as a table, but can be downloaded as it is. {error.Text.English}\n");
        }
        catch (TableWriteException error)
        {
            return Text(StatusCodes.Status422UnprocessableEntity, $"{error.Text.Indonesian}\n\n{error.Text.English}\n");
        }
        catch (FileNotFoundException)
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }
    }

    private static IResult Send(HttpContext context, string path, string mediaType, string name, string tag, DateTime modified, bool attachment)
    {
        var disposition = new ContentDispositionHeaderValue(attachment ? "attachment" : "inline");
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        var type = MediaTypeHeaderValue.TryParse(mediaType, out var parsed) ? parsed.ToString() : "application/octet-stream";
        return KeptFile.Answer(context, path, type, tag, modified);
    }

    // Whatever the file holds, a browser that shows it runs nothing and reaches nothing
    private static void Protect(HttpResponse response, ResourceFile file)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = file.IsPublic ? "public, max-age=0, must-revalidate" : "private, no-store";
    }

    // Only web addresses are followed; anything else that a publisher wrote as a link is not sent to browsers
    private static IResult Redirect(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var target) && target.Scheme is "http" or "https" or "ftp"
            ? Results.Redirect(target.AbsoluteUri) : Results.StatusCode(StatusCodes.Status404NotFound);

    private static bool IsActive(string mediaType) => ActiveTypes.Any(type => mediaType.Contains(type, StringComparison.OrdinalIgnoreCase));

    private static IResult Text(int status, string message) => Results.Text(message, "text/plain; charset=utf-8", statusCode: status);
}
