namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>How far the load is that runs on this node. Written by one, read by many.</summary>
internal sealed class LoadProgress(LoadJob job, TimeProvider clock) : IProgress<long>
{
    private long _bytes;
    private long _total;
    private long _rows;
    private volatile string _phase = Planning;

    /// <summary>The file is read a first time, for its header, types and foot.</summary>
    public const string Planning = "planning";

    /// <summary>The file is read a second time, into the new table.</summary>
    public const string Loading = "loading";

    public LoadJob Job { get; } = job;

    public LoadLog Log { get; } = new(clock);

    public string Phase => _phase;

    /// <summary>Bytes of the file that this phase has read.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Bytes of the file; 0 before it was opened.</summary>
    public long Total => Volatile.Read(ref _total);

    /// <summary>Rows taken into the new table.</summary>
    public long Rows => Volatile.Read(ref _rows);

    public void Begin(string phase, long total)
    {
        Volatile.Write(ref _bytes, 0);
        Volatile.Write(ref _total, total);
        _phase = phase;
    }

    /// <param name="bytes">Place in the file; readers of packed files go back and forth.</param>
    public void Reached(long bytes) => Volatile.Write(ref _bytes, bytes);

    void IProgress<long>.Report(long value) => Volatile.Write(ref _rows, value);
}
