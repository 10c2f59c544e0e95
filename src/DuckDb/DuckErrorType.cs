namespace Purbalingga.DuckDb;

/// <summary>DuckDB's kinds of errors (<c>duckdb_error_type</c>), as far as they are told apart here; others keep their number.</summary>
public enum DuckErrorType
{
    Invalid = 0,
    OutOfRange = 1,
    Conversion = 2,
    Serialization = 9,

    /// <summary>Of a transaction, such as two that change one row.</summary>
    Transaction = 10,
    NotImplemented = 11,

    /// <summary>A table, function or type that is not there.</summary>
    Catalog = 13,
    Parser = 14,

    /// <summary>A double key, a null where none may be.</summary>
    Constraint = 18,
    Binder = 24,
    InputOutput = 28,
    Interrupt = 29,

    /// <summary>The database cannot be used any more and must be opened again.</summary>
    Fatal = 30,
    Internal = 31,
    InvalidInput = 32,
    OutOfMemory = 33,
    Permission = 34,
    InvalidConfiguration = 42,
}
