namespace Purbalingga.DuckDb;

/// <summary>An error that DuckDB reported, with its message.</summary>
public sealed class DuckException(DuckErrorType type, string message) : Exception(message)
{
    // Prepared statements and appenders tell the kind only as the first words of the message
    private static readonly (string Prefix, DuckErrorType Type)[] Prefixes =
    [
        ("Parser Error:", DuckErrorType.Parser),
        ("Binder Error:", DuckErrorType.Binder),
        ("Catalog Error:", DuckErrorType.Catalog),
        ("Constraint Error:", DuckErrorType.Constraint),
        ("Conversion Error:", DuckErrorType.Conversion),
        ("Out of Range Error:", DuckErrorType.OutOfRange),
        ("Out of Memory Error:", DuckErrorType.OutOfMemory),
        ("INTERRUPT Error:", DuckErrorType.Interrupt),
        ("IO Error:", DuckErrorType.InputOutput),
        ("Serialization Error:", DuckErrorType.Serialization),
        ("TransactionContext Error:", DuckErrorType.Transaction),
        ("Not implemented Error:", DuckErrorType.NotImplemented),
        ("Permission Error:", DuckErrorType.Permission),
        ("Invalid Input Error:", DuckErrorType.InvalidInput),
        ("FATAL Error:", DuckErrorType.Fatal),
        ("INTERNAL Error:", DuckErrorType.Internal),
    ];

    public DuckErrorType Type { get; } = type;

    internal static DuckException FromMessage(string message) =>
        new(Prefixes.FirstOrDefault(p => message.StartsWith(p.Prefix, StringComparison.Ordinal)).Type, message);
}
