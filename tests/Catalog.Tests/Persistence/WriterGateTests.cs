using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tests.Persistence;

public sealed class WriterGateTests
{
    [Fact]
    public async Task Should_let_as_many_in_as_there_are_places()
    {
        using var gate = new WriterGate(2);
        using var first = await gate.EnterAsync(alone: false, CancellationToken.None);
        var second = await gate.EnterAsync(alone: false, CancellationToken.None);

        var third = gate.EnterAsync(alone: false, CancellationToken.None).AsTask();

        Assert.False(third.IsCompleted);
        second.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task Should_let_nobody_in_beside_one_who_is_alone()
    {
        using var gate = new WriterGate(3);
        var inside = await gate.EnterAsync(alone: false, CancellationToken.None);
        var alone = gate.EnterAsync(alone: true, CancellationToken.None).AsTask();
        Assert.False(alone.IsCompleted);
        inside.Dispose();
        var passage = await alone;

        var late = gate.EnterAsync(alone: false, CancellationToken.None).AsTask();
        var alsoAlone = gate.EnterAsync(alone: true, CancellationToken.None).AsTask();

        Assert.False(late.IsCompleted || alsoAlone.IsCompleted);
        passage.Dispose();
        (await late).Dispose();
        (await alsoAlone).Dispose();
    }

    [Fact]
    public async Task Should_give_its_places_back_when_waiting_is_cancelled()
    {
        using var gate = new WriterGate(2);
        var inside = await gate.EnterAsync(alone: false, CancellationToken.None);
        using var cancellation = new CancellationTokenSource();
        var waiting = gate.EnterAsync(alone: true, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        inside.Dispose();
        (await gate.EnterAsync(alone: true, CancellationToken.None)).Dispose();
    }
}
