namespace Purbalingga.Portal.Pages.Models;

/// <summary>A free key and value; values are always text.</summary>
internal sealed record ExtraInfo(string Key, string? Value);
