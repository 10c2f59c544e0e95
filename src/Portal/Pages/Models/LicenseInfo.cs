namespace Purbalingga.Portal.Pages.Models;

/// <summary>An item of <c>license_list</c>.</summary>
internal sealed record LicenseInfo(string Id, string Title, string? Url);
