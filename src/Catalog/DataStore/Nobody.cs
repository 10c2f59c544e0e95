namespace Purbalingga.Catalog.DataStore;

/// <summary>Nothing to dispose.</summary>
internal sealed class Nobody : IAsyncDisposable
{
    public static Nobody Instance { get; } = new();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
