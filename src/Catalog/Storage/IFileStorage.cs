namespace Purbalingga.Catalog.Storage;

/// <summary>Keeps files by their content: the same bytes twice are one file, and nothing half-written is ever visible.</summary>
public interface IFileStorage
{
    /// <summary>Streams to a temporary file while hashing, syncs, then renames.</summary>
    /// <param name="content">Read once from its current position; left open.</param>
    /// <param name="fileName">Only a hint to tell kinds of text apart.</param>
    /// <param name="maxBytes">More than this is refused.</param>
    /// <exception cref="UploadTooLargeException">Over <paramref name="maxBytes"/>; nothing is kept.</exception>
    Task<StoredFile> PutAsync(Stream content, string? fileName, long maxBytes, CancellationToken ct);

    /// <summary>Opens a file for reading; seekable.</summary>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    Stream Open(string hash);

    /// <summary>Path for sending straight from disk; null when the store has no local files or not this one.</summary>
    string? LocalPath(string hash);

    bool Exists(string hash);

    /// <summary>All hashes that lie in the store.</summary>
    IEnumerable<string> All();

    /// <summary>Reads a file again.</summary>
    /// <returns>True when its bytes still have this hash.</returns>
    Task<bool> VerifyAsync(string hash, CancellationToken ct);

    /// <summary>Takes a file away; no error when it is not there.</summary>
    void Delete(string hash);
}
