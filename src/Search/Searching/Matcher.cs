namespace Purbalingga.Search.Searching;

/// <summary>A query prepared for one segment. Forward only; not safe for several threads.</summary>
internal abstract class Matcher
{
    /// <summary>No document.</summary>
    public const int End = int.MaxValue;

    /// <summary>Guess of how many documents match, for the order of evaluation.</summary>
    public abstract long Cost { get; }

    /// <summary>A document at or behind <paramref name="from"/> before which none matches; <see cref="End"/> when none is left.</summary>
    public abstract int Next(int from);

    /// <summary>Sets bits, and scores if they were asked for, of the matching documents in a started window. Windows come in ascending order.</summary>
    public abstract void Fill(Window window);
}
