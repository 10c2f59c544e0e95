namespace Purbalingga.Catalog.Tests.Users;

/// <summary>A clock that stands still until a test moves it; timers run as usual.</summary>
internal sealed class TestClock : TimeProvider
{
    private long _ticks = System.GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
