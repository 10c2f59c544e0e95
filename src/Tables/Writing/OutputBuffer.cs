using System.Buffers;

namespace Purbalingga.Tables.Writing;

/// <summary>Holds what is written until enough of it can be passed on at once.</summary>
internal sealed class OutputBuffer(Stream output) : IBufferWriter<byte>
{
    private const int FlushAt = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _held = new(FlushAt + 8192);

    public bool IsFull => _held.WrittenCount >= FlushAt;

    public void Advance(int count) => _held.Advance(count);

    public Memory<byte> GetMemory(int sizeHint = 0) => _held.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _held.GetSpan(sizeHint);

    /// <summary>Passes on what is held.</summary>
    public async ValueTask PassOnAsync(CancellationToken ct)
    {
        await output.WriteAsync(_held.WrittenMemory, ct).ConfigureAwait(false);
        _held.ResetWrittenCount();
    }

    /// <summary>Passes on the rest and tells the output that this was all.</summary>
    public async ValueTask CompleteAsync(CancellationToken ct)
    {
        await PassOnAsync(ct).ConfigureAwait(false);
        await output.FlushAsync(ct).ConfigureAwait(false);
    }
}
