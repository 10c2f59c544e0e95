using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Purbalingga.Portal.Pages;

/// <summary>
/// Styles, scripts and pictures, carried inside the assembly so that it does not matter where the program was started. Kept in memory, compressed
/// once, with addresses that change when the content does.
/// </summary>
internal static class StaticAssets
{
    private const string Root = "wwwroot/";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".txt"] = "text/plain; charset=utf-8",
        [".webmanifest"] = "application/manifest+json",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Asset> Assets = Load();

    /// <summary>Address of an asset with its version.</summary>
    /// <param name="name">Path under <c>wwwroot</c>, such as <c>css/site.css</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    public static string Url(string name) => Assets[name].Url;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{version}/{**name}", (string version, string name, HttpContext context) => SendAsync(name, version, context)).ExcludeFromDescription();
        routes.MapGet("/favicon.ico", (HttpContext context) => SendAsync("img/favicon.svg", null, context)).ExcludeFromDescription();
    }

    private static async Task SendAsync(string name, string? version, HttpContext context)
    {
        if (!Assets.TryGetValue(name, out var asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = context.Response.GetTypedHeaders();
        headers.ETag = asset.Tag;
        headers.CacheControl = version == asset.Version
            ? new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(365), Extensions = { new NameValueHeaderValue("immutable") } }
            : new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromMinutes(5) };
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(asset.Tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var compressed = asset.Compressed.Length < asset.Content.Length && AcceptsBrotli(context.Request);
        if (compressed)
        {
            context.Response.Headers.ContentEncoding = "br";
        }

        var bytes = compressed ? asset.Compressed : asset.Content;
        context.Response.ContentType = asset.ContentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    internal static bool AcceptsBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "br" && encoding.Quality is null or > 0);

    internal static byte[] Brotli(ReadOnlySpan<byte> content, CompressionLevel level)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, level))
        {
            brotli.Write(content);
        }

        return target.ToArray();
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(StaticAssets).Assembly;
        var assets = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var content = memory.ToArray();
            var name = resource[Root.Length..];
            var version = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
            assets[name] = new Asset(
                $"/assets/{version}/{name}",
                version,
                content,
                Brotli(content, CompressionLevel.SmallestSize),
                ContentTypes.GetValueOrDefault(Path.GetExtension(name)) ?? "application/octet-stream",
                new EntityTagHeaderValue($"\"{version}\""));
        }

        return assets.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private sealed record Asset(string Url, string Version, byte[] Content, byte[] Compressed, string ContentType, EntityTagHeaderValue Tag);
}
