namespace Purbalingga.Portal.Pages.Models;

/// <summary>A group inside a dataset: a theme of the catalog.</summary>
internal sealed record ThemeInfo(string Id, string Name, string? Title, string? DisplayName);
