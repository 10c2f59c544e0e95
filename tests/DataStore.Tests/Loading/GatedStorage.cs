using Purbalingga.Catalog.Storage;

namespace Purbalingga.DataStore.Tests.Loading;

/// <summary>A file store whose files can be held: who reads one waits, as on a very slow disk, until it is let go.</summary>
internal sealed class GatedStorage(IFileStorage inner) : IFileStorage
{
    private TaskCompletionSource? _gate;

    public void Hold() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo()
    {
        _gate?.TrySetResult();
        _gate = null;
    }

    public Task<StoredFile> PutAsync(Stream content, string? fileName, long maxBytes, CancellationToken ct) => inner.PutAsync(content, fileName, maxBytes, ct);

    public Stream Open(string hash) => _gate is { } gate ? new Held(inner.Open(hash), gate.Task) : inner.Open(hash);

    // As a store elsewhere, so that everything goes through Open
    public string? LocalPath(string hash) => _gate is null ? inner.LocalPath(hash) : null;

    public bool Exists(string hash) => inner.Exists(hash);

    public IEnumerable<string> All() => inner.All();

    public Task<bool> VerifyAsync(string hash, CancellationToken ct) => inner.VerifyAsync(hash, ct);

    public void Delete(string hash) => inner.Delete(hash);

    private sealed class Held(Stream inner, Task gate) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Loading must not block a thread on a file");

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await gate.WaitAsync(cancellationToken);
            return await inner.ReadAsync(buffer, cancellationToken);
        }

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void Flush() => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
