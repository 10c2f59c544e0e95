using System.Runtime.CompilerServices;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <content>The same rows as CSV's bytes, made from DuckDB's memory without a cell in between.</content>
internal sealed partial class DuckRows : IDelimitedRows
{
    private const int PartBytes = 512 * 1024;

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadDelimitedAsync(char delimiter, bool milliseconds, [EnumeratorCancellation] CancellationToken ct)
    {
        if (result is null)
        {
            yield break;
        }

        await using var stop = ct.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), limit);
        var kinds = columns.Select(c => ColumnTypes.KindOf(c.Type)).ToArray();
        var left = most;
        // One part goes out while the next is made
        var (writing, sending) = (new DelimitedChunk(kinds, delimiter, milliseconds), new DelimitedChunk(kinds, delimiter, milliseconds));
        var next = Task.Run(() => Fill(writing, ref left), CancellationToken.None);
        try
        {
            while (true)
            {
                await Guarded(next, ct);
                (writing, sending) = (sending, writing);
                if (sending.Written.Length == 0)
                {
                    break;
                }

                var free = writing;
                next = Task.Run(() => Fill(free, ref left), CancellationToken.None);
                yield return sending.Written;
            }
        }
        finally
        {
            // DuckDB must not be let go while it works
            await next.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private void Fill(DelimitedChunk part, ref long left)
    {
        part.Clear();
        while (part.Written.Length < PartBytes && left > 0 && result!.Next() is { } chunk)
        {
            using (chunk)
            {
                part.Append(chunk, (int)Math.Min(left, chunk.Count));
                left -= chunk.Count;
            }
        }
    }

    private async Task Guarded(Task work, CancellationToken ct)
    {
        try
        {
            await work;
        }
        catch (Exception error) when (DuckErrors.OfQuery(error, ct.IsCancellationRequested ? ct : outer) is { } told)
        {
            throw told;
        }
    }
}
