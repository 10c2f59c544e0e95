namespace Purbalingga.Portal.Pages.Models;

/// <summary>An organization above another one.</summary>
internal sealed record ParentInfo(string Name, string? Title);
