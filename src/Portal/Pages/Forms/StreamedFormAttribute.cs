using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Settings;
using Purbalingga.Portal.ActionApi;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages.Forms;

/// <summary>
/// A page whose form carries files: they go to the store as they arrive, before anything reads the form, so that none is buffered. Other sites can
/// not make a browser send the session with such a form (SameSite), and what visitors send is thrown away; the form token is checked as always.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StreamedFormAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const long Megabyte = 1_000_000;

    /// <summary>Room for the fields beside the file.</summary>
    private const long FieldBytes = 10 * Megabyte;

    private static readonly object FilesKey = new();

    /// <summary>Before the check of the form token (1000), which reads the form.</summary>
    public int Order => 900;

    /// <summary>The files that came with the form, by field.</summary>
    public static IReadOnlyDictionary<string, UploadedFile> FilesOf(HttpContext context) =>
        context.Items[FilesKey] as IReadOnlyDictionary<string, UploadedFile> ?? new Dictionary<string, UploadedFile>();

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var caller = await http.RequestServices.GetRequiredService<PortalSession>().CallerAsync(http);
        var settings = http.RequestServices.GetRequiredService<CkanSettings>();
        if (!caller.IsAnonymous && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = (settings.Number("ckan.max_resource_size") * Megabyte) + FieldBytes;
        }

        try
        {
            var form = await http.RequestServices.GetRequiredService<UploadReader>().ReadAsync(http, type, caller);
            http.Items[FilesKey] = form.Files;
            http.Features.Set<IFormFeature>(new FormFeature(new FormCollection(
                form.Fields.GroupBy(f => f.Key).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)])))));
        }
        catch (UploadRefusedException)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
        catch (BadRequestException)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException problem)
        {
            context.Result = new StatusCodeResult(problem.StatusCode);
        }
    }
}
