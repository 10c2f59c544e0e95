namespace Purbalingga.Catalog.Users;

/// <summary>Where the picture of a user is seen.</summary>
public static class UserImages
{
    /// <returns>Null or empty as the value itself; an address itself; else the uploaded file's address.</returns>
    public static string? DisplayUrl(string? imageUrl, string siteUrl) =>
        string.IsNullOrEmpty(imageUrl) || imageUrl.StartsWith("http", StringComparison.Ordinal) ? imageUrl : $"{siteUrl}/uploads/user/{imageUrl}";
}
