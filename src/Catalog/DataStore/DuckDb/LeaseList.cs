namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>Things to be given back together, the first one first.</summary>
internal sealed class LeaseList : IDisposable
{
    private readonly List<IDisposable> _leases = [];

    public T Add<T>(T lease)
        where T : IDisposable
    {
        _leases.Add(lease);
        return lease;
    }

    public void Dispose() => _leases.ForEach(l => l.Dispose());
}
