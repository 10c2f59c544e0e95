namespace Purbalingga.Search.Searching;

/// <summary>Working memory of one search, kept for the next one on the same thread. Not safe for several threads.</summary>
internal sealed class WindowPool
{
    [ThreadStatic]
    private static WindowPool? s_idle;

    private readonly Stack<Window> _free = new();

    /// <summary>Documents found in a window.</summary>
    public int[] Docs { get; } = new int[Window.Size];

    /// <summary>Their ranks.</summary>
    public long[] Ranks { get; } = new long[Window.Size];

    /// <summary>Takes the thread's pool, or a new one when it is in use.</summary>
    public static WindowPool Take()
    {
        var pool = s_idle ?? new WindowPool();
        s_idle = null;
        return pool;
    }

    /// <summary>Leaves the pool to the next search on this thread.</summary>
    public void Leave() => s_idle = this;

    public Window Rent() => _free.TryPop(out var window) ? window : new Window();

    public void Return(Window window) => _free.Push(window);
}
