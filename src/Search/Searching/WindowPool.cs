namespace Purbalingga.Search.Searching;

/// <summary>Windows of one search, reused. Not safe for several threads.</summary>
internal sealed class WindowPool
{
    private readonly Stack<Window> _free = new();

    public Window Rent() => _free.TryPop(out var window) ? window : new Window();

    public void Return(Window window) => _free.Push(window);
}
