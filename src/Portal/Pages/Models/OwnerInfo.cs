namespace Purbalingga.Portal.Pages.Models;

/// <summary>The organization inside a dataset.</summary>
internal sealed record OwnerInfo(string Id, string Name, string? Title);
