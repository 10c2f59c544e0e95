namespace Purbalingga.Portal.Pages.Models;

/// <summary>A tag inside a dataset.</summary>
internal sealed record TagInfo(string Name, string? DisplayName);
