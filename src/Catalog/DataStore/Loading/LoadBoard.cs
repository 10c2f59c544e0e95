namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>Shows the load that runs on this node.</summary>
internal sealed class LoadBoard
{
    private volatile LoadProgress? _current;

    /// <summary>Null while none runs.</summary>
    public LoadProgress? Current
    {
        get => _current;
        set => _current = value;
    }

    /// <summary>Of a resource, when it is the one that runs here.</summary>
    public LoadProgress? Of(string resourceId) => Current is { } current && current.Job.ResourceId == resourceId ? current : null;
}
