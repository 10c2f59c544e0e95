namespace Purbalingga.Catalog.Storage;

/// <summary>A file is larger than allowed.</summary>
/// <param name="maxBytes">The limit in bytes.</param>
public sealed class UploadTooLargeException(long maxBytes) : Exception($"The file is larger than {maxBytes} bytes.")
{
    public long MaxBytes { get; } = maxBytes;
}
