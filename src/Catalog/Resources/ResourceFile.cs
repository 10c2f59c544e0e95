namespace Purbalingga.Catalog.Resources;

/// <summary>What a download address leads to.</summary>
/// <param name="ResourceId">The resource that is given, which may be a sibling of the one asked for.</param>
/// <param name="Hash">SHA-256 of the uploaded file; null for a link.</param>
/// <param name="FileName">Name for the file on the reader's disk.</param>
/// <param name="MediaType">As the resource says, or else by its name.</param>
/// <param name="Url">Address of a link.</param>
/// <param name="Format">CKAN's format label.</param>
/// <param name="IsPublic">Anybody may have it.</param>
/// <param name="Modified">When the file came in.</param>
public sealed record ResourceFile(
    string ResourceId, string? Hash, string FileName, string MediaType, string Url, string Format, bool IsPublic, DateTime Modified);
