using Purbalingga.Catalog.Storage;

namespace Purbalingga.Catalog.Actions;

/// <summary>A file part of a request. Its bytes already lie in the file store before the action runs, so no transaction waits for an upload.</summary>
/// <param name="FileName">Name that the client gave, untrusted: never part of a path.</param>
/// <param name="ContentType">Media type that the client gave; null when none.</param>
/// <param name="Stored">Where the bytes lie; null when they were not kept (anonymous caller, or over the size limit).</param>
/// <param name="TooLarge">True when the file exceeded the limit of its kind.</param>
public sealed record UploadedFile(string FileName, string? ContentType, StoredFile? Stored, bool TooLarge = false);
