using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages;

/// <summary>
/// Keeps the bytes of pages for visitors who are not signed in. The key holds the sequence of the last change that this node applied, so a page is
/// never older than the catalog. Bounded; the least useful pages go first.
/// </summary>
internal sealed class PageCache(ChangeFeed changes) : IAsyncResourceFilter, IDisposable
{
    private const long MaxBytes = 128_000_000;

    /// <summary>Longer addresses than any of our own are not worth a place.</summary>
    private const int MaxKeyLength = 1024;

    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MaxBytes, CompactionPercentage = 0.2 });

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var address = http.Request.Path + http.Request.QueryString.ToString();
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
            || http.Request.Cookies.ContainsKey(PortalSession.CookieName) || address.Length > MaxKeyLength)
        {
            http.Response.Headers.CacheControl = "private, no-store";
            await next();
            return;
        }

        var key = (changes.Applied, address);
        if (!_pages.TryGetValue(key, out Page? page))
        {
            page = await RenderAsync(http, next);
            if (page is null)
            {
                return;
            }

            await SendAsync(http, page);
            using var entry = _pages.CreateEntry(key);
            entry.Value = page;
            entry.Size = page.Content.Length + page.Compressed.Length + (2 * address.Length) + 200;
            entry.SlidingExpiration = TimeSpan.FromMinutes(10);
            return;
        }

        await SendAsync(http, page!);
        context.Result = new EmptyResult();
    }

    public void Dispose() => _pages.Dispose();

    private static async Task SendAsync(HttpContext http, Page page)
    {
        var response = http.Response;
        response.Headers.ETag = page.Tag.ToString();
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept-Encoding, Cookie";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(page.Tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var compressed = StaticAssets.AcceptsBrotli(http.Request);
        if (compressed)
        {
            response.Headers.ContentEncoding = "br";
        }

        var bytes = compressed ? page.Compressed : page.Content;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = page.ContentType;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(bytes, http.RequestAborted);
        }
    }

    /// <returns>Null when the answer was no page that can be kept; it was then sent as it is.</returns>
    private static async Task<Page?> RenderAsync(HttpContext http, ResourceExecutionDelegate next)
    {
        var body = http.Response.Body;
        using var memory = new MemoryStream();
        http.Response.Body = memory;
        try
        {
            var executed = await next();
            if (executed.Exception is not null && !executed.ExceptionHandled)
            {
                return null;
            }
        }
        finally
        {
            http.Response.Body = body;
        }

        var content = memory.ToArray();
        var headers = http.Response.Headers;
        if (http.Response.StatusCode == StatusCodes.Status200OK && headers.SetCookie.Count == 0 && content.Length > 0)
        {
            return new Page(
                content,
                StaticAssets.Brotli(content, CompressionLevel.Fastest),
                http.Response.ContentType ?? "text/html; charset=utf-8",
                new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"", isWeak: true));
        }

        if (content.Length > 0 && !HttpMethods.IsHead(http.Request.Method))
        {
            await body.WriteAsync(content, http.RequestAborted);
        }

        return null;
    }

    /// <summary>A finished page.</summary>
    private sealed record Page(byte[] Content, byte[] Compressed, string ContentType, EntityTagHeaderValue Tag);
}
