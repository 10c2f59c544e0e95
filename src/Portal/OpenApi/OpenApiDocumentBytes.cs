using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.OpenApi;
using Purbalingga.Catalog.Settings;
using Swashbuckle.AspNetCore.Swagger;

namespace Purbalingga.Portal.OpenApi;

/// <summary>The finished document, made once for a site address.</summary>
internal sealed class OpenApiDocumentBytes(IServiceScopeFactory scopes, CkanSettings settings)
{
    /// <summary>Swashbuckle's name of the one document.</summary>
    public const string Name = "actions";

    private volatile Made? _made;

    /// <summary>The JSON as UTF-8, and its ETag.</summary>
    public (byte[] Bytes, string Tag) Get()
    {
        var site = settings.SiteUrl;
        if (_made is not { } made || made.Site != site)
        {
            _made = made = Make(site);
        }

        return (made.Bytes, made.Tag);
    }

    private Made Make(string site)
    {
        using var scope = scopes.CreateScope();
        var document = scope.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger(Name, site);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        document.SerializeAsV3(new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { Terse = true }));
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return new Made(site, bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
    }

    private sealed record Made(string Site, byte[] Bytes, string Tag);
}
