using System.Text.RegularExpressions;
using Npgsql;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.PostgreSql;

/// <summary>From PostgreSQL's error codes to what callers are told.</summary>
internal static partial class PgErrors
{
    /// <summary>An error of a query.</summary>
    public static DataStoreException OfQuery(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.QueryCanceled => TooSlow(error),
        PostgresErrorCodes.UndefinedTable => new(DataStoreError.TableNotFound, error.MessageText, error),
        PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.ConfigurationLimitExceeded or PostgresErrorCodes.ProgramLimitExceeded => new(DataStoreError.TooLarge, error.MessageText, error),
        _ => new(DataStoreError.Query, error.MessageText, error),
    };

    /// <summary>An error of a write.</summary>
    /// <param name="row">Where it happened, or the last row of what was sent.</param>
    public static DataStoreException OfWrite(PostgresException error, int? row) => error.SqlState switch
    {
        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable => TooSlow(error),
        PostgresErrorCodes.UniqueViolation => new(DataStoreError.DuplicateKey, error.MessageText, error) { Row = row },
        PostgresErrorCodes.UndefinedTable => new(DataStoreError.TableNotFound, error.MessageText, error),
        PostgresErrorCodes.UndefinedFunction => new(DataStoreError.Query, error.MessageText, error),
        _ => new(DataStoreError.BadValue, error.MessageText, error) { Row = row },
    };

    /// <summary>An error of understanding a caller's SQL.</summary>
    /// <param name="shift">Signs that were put before the caller's.</param>
    public static DataStoreException OfSql(PostgresException error, int shift) => error.SqlState switch
    {
        PostgresErrorCodes.QueryCanceled => TooSlow(error),
        PostgresErrorCodes.SyntaxError when error.MessageText.Contains("multiple commands", StringComparison.Ordinal) => new(DataStoreError.SqlNotSingle, error.MessageText, error),
        PostgresErrorCodes.SyntaxError => new(DataStoreError.SqlSyntax, error.MessageText, error) { Position = Math.Max(0, error.Position - 1 - shift) },
        PostgresErrorCodes.FeatureNotSupported when error.MessageText.Contains("data-modifying", StringComparison.Ordinal) => new(DataStoreError.SqlStatement, error.MessageText, error) { Subject = "DataModifyingWith" },
        PostgresErrorCodes.UndefinedTable => new(DataStoreError.SqlTable, error.MessageText, error) { Subject = Quoted().Match(error.MessageText).Groups[1].Value },
        PostgresErrorCodes.UndefinedFunction when Function().Match(error.MessageText) is { Success: true } call => new(DataStoreError.SqlFunction, error.MessageText, error) { Subject = call.Groups[1].Value },
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.InvalidCatalogName => new(DataStoreError.SqlSystemTable, error.MessageText, error),
        _ => new(DataStoreError.Query, error.MessageText, error),
    };

    private static DataStoreException TooSlow(Exception error) => new(DataStoreError.TooSlow, "canceling statement due to statement timeout", error);

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(?:aggregate |window |procedure )?function ([^\s(]+)\(")]
    private static partial Regex Function();
}
