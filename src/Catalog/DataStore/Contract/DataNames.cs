using System.Security.Cryptography;
using System.Text;

namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>Names that all engines use alike.</summary>
public static class DataNames
{
    /// <summary>Number of a row: 1, 2, 3 ..., never given twice, unchanged for as long as the row lives. Every table has it first.</summary>
    public const string RowId = "_id";

    /// <summary>Name that stands for the list of all tables and aliases in searches.</summary>
    public const string TableMetadata = "_table_metadata";

    /// <summary>Name of an index, the same on all engines and nodes.</summary>
    public static string Index(string tableId, IReadOnlyList<string> columns) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tableId + string.Join(", ", columns.Select(c => $"\"{c}\"")))))[..40];

    /// <summary>Name of the rank column of one text query.</summary>
    public static string Rank(TextQuery query) => query.Column is null ? "rank" : "rank " + query.Column;
}
