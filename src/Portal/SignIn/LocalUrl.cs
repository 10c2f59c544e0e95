namespace Purbalingga.Portal.SignIn;

/// <summary>Addresses to go back to that came with a request.</summary>
internal static class LocalUrl
{
    /// <summary>The address when it is a path of this site that no browser reads as another site's; else the fallback.</summary>
    /// <remarks>Refused are <c>//host</c>, <c>/\host</c>, control signs and blanks (browsers drop them), and everything with a scheme or user part.</remarks>
    public static string Or(string? url, string fallback)
    {
        if (string.IsNullOrEmpty(url) || url[0] != '/' || url.Any(sign => sign <= ' ' || sign is '\\' or '\u007f'))
        {
            return fallback;
        }

        var decoded = Uri.UnescapeDataString(url);
        return decoded.StartsWith("//", StringComparison.Ordinal) || decoded.StartsWith("/\\", StringComparison.Ordinal) || decoded.Any(char.IsControl) ? fallback : url;
    }
}
