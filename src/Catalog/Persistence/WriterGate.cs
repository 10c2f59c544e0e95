namespace Purbalingga.Catalog.Persistence;

/// <summary>
/// Lets writers of this node work side by side, up to a number, or one of them all alone. A writer that met another one comes back alone:
/// however many fight for one dataset, each needs two attempts and not as many as there are writers.
/// </summary>
internal sealed class WriterGate(int places) : IDisposable
{
    private readonly SemaphoreSlim _places = new(places, places);
    private readonly SemaphoreSlim _collecting = new(1, 1);

    /// <param name="alone">Wait until nobody else is inside, and let nobody in.</param>
    /// <returns>Leaves the gate when disposed.</returns>
    public async ValueTask<Passage> EnterAsync(bool alone, CancellationToken ct)
    {
        if (!alone)
        {
            await _places.WaitAsync(ct);
            return new Passage(_places, 1);
        }

        // Two who each hold a part of the places would wait for each other for ever
        await _collecting.WaitAsync(ct);
        var held = 0;
        try
        {
            while (held < places)
            {
                await _places.WaitAsync(ct);
                held++;
            }

            return new Passage(_places, held);
        }
        catch (OperationCanceledException) when (held > 0)
        {
            _places.Release(held);
            throw;
        }
        finally
        {
            _collecting.Release();
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _collecting.Dispose();
    }

    internal readonly struct Passage(SemaphoreSlim places, int held) : IDisposable
    {
        public void Dispose() => places.Release(held);
    }
}
