using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Purbalingga.Portal.ActionApi;

/// <summary>The plain HTML pages that CKAN answers below <c>/api</c> where it has no envelope.</summary>
internal static class HtmlAnswers
{
    public static async Task WriteAsync(HttpContext context, int status, string? explanation = null)
    {
        var title = $"{status} {ReasonPhrases.GetReasonPhrase(status)}";
        var page = Encoding.UTF8.GetBytes(
            $"<!doctype html>\n<html lang=\"en\">\n<title>{title}</title>\n<h1>{title}</h1>\n<p>{System.Net.WebUtility.HtmlEncode(explanation)}</p>\n</html>\n");
        await RawAnswers.WriteAsync(context, status, "text/html; charset=utf-8", page);
    }
}
