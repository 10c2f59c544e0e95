using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Storage;

namespace Purbalingga.Portal.Downloads;

/// <summary>Logos and portraits that were uploaded, at CKAN's addresses. Only what an organization, group or user shows is given out.</summary>
internal sealed class ImageDownloads(IDbContextFactory<CatalogContext> contexts, IFileStorage storage)
{
    public async Task<IResult> GetAsync(HttpResponse response, string kind, string fileName, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var shown = kind == "group"
            ? await context.Groups.AsNoTracking().AnyAsync(g => g.ImageUrl == fileName, ct)
            : await context.Users.AsNoTracking().AnyAsync(u => u.ImageUrl == fileName, ct);
        var hash = Path.GetFileNameWithoutExtension(fileName);
        var type = Path.GetExtension(fileName) switch
        {
            ".png" => "image/png",
            ".gif" => "image/gif",
            ".jpg" => "image/jpeg",
            ".webp" => "image/webp",
            _ => null,
        };
        if (!shown || type is null || !storage.Exists(hash) || storage.LocalPath(hash) is not { } path)
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "public, max-age=31536000, immutable"; // the name follows from the bytes
        return Results.File(path, type, entityTag: new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true);
    }
}
