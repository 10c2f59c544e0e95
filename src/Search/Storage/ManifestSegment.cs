using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Storage;

/// <summary>A segment in a manifest.</summary>
/// <param name="File">Name of its file within the folder.</param>
/// <param name="Length">Bytes of the file.</param>
/// <param name="Checksum">CRC-32C of the file.</param>
/// <param name="Live">Its documents that are not deleted.</param>
internal sealed record ManifestSegment(string File, int Length, uint Checksum, LiveDocuments Live);
