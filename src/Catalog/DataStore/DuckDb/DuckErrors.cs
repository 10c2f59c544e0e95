using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>From DuckDB's errors to what callers are told.</summary>
internal static class DuckErrors
{
    /// <param name="caller">The caller's own cancel, which stays one.</param>
    /// <returns>Null for an error that is the server's own, and for the caller's cancel.</returns>
    public static DataStoreException? OfQuery(Exception error, CancellationToken caller) => error switch
    {
        OperationCanceledException when !caller.IsCancellationRequested => TooSlow(error),
        DuckException { Type: DuckErrorType.Interrupt } when !caller.IsCancellationRequested => TooSlow(error),
        DuckException { Type: DuckErrorType.OutOfMemory } => new(DataStoreError.TooLarge, "out of memory", error),
        DuckException { Type: DuckErrorType.Fatal or DuckErrorType.Internal or DuckErrorType.InputOutput or DuckErrorType.Interrupt } => null,
        DuckException duck => new(DataStoreError.Query, FirstLine(duck.Message), error),
        _ => null,
    };

    /// <param name="lastRow">Of what was to be written.</param>
    public static DataStoreException? OfWrite(Exception error, int? lastRow, CancellationToken caller) => error switch
    {
        DataStoreException known => known,
        OverflowException => new(DataStoreError.BadValue, "value out of range", error) { Row = lastRow },
        DuckException { Type: DuckErrorType.Conversion or DuckErrorType.OutOfRange or DuckErrorType.InvalidInput } duck =>
            new(DataStoreError.BadValue, FirstLine(duck.Message), error) { Row = lastRow },
        _ => OfQuery(error, caller),
    };

    private static DataStoreException TooSlow(Exception error) => new(DataStoreError.TooSlow, "canceling statement due to statement timeout", error);

    /// <summary>Behind it stand hints and the statement, which is ours and not the caller's.</summary>
    public static string FirstLine(string message) => message.Split('\n')[0];
}
