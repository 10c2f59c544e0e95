namespace Purbalingga.Catalog.Groups;

/// <summary>Where the logo of an organization or group is seen.</summary>
public static class GroupImages
{
    /// <returns>Empty without an image; the address itself when it is one; else the uploaded file's address.</returns>
    public static string DisplayUrl(string? imageUrl, string siteUrl) =>
        string.IsNullOrEmpty(imageUrl) ? ""
        : imageUrl.StartsWith("http", StringComparison.Ordinal) ? imageUrl
        : $"{siteUrl}/uploads/group/{imageUrl}";
}
