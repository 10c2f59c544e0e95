namespace Purbalingga.Catalog.Persistence;

/// <summary>
/// Text is compared and sorted by code points on every engine, as CKAN does and as SQLite does by itself: <c>Air</c> and <c>air</c> are two
/// tags, and lists come in the same order everywhere.
/// </summary>
internal static class BinaryCollation
{
    /// <returns>Null where the engine's own default is binary.</returns>
    public static string? Of(string? provider) => provider switch
    {
        "Npgsql.EntityFrameworkCore.PostgreSQL" => "C",
        "Microsoft.EntityFrameworkCore.SqlServer" => "Latin1_General_100_BIN2",
        _ => null,
    };
}
