namespace Purbalingga.Catalog.Storage;

/// <summary>A file whose bytes are safely on disk.</summary>
/// <param name="Hash">SHA-256, 64 lower-case hex digits.</param>
/// <param name="Length">Bytes.</param>
/// <param name="MediaType">What the bytes are, whatever the name says.</param>
/// <param name="Format">CKAN's format label of that, such as <c>CSV</c>; empty when unknown.</param>
public sealed record StoredFile(string Hash, long Length, string MediaType, string Format);
