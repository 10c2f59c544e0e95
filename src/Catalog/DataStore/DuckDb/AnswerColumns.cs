using System.Text.Json;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>The columns of an answer to a caller's SQL, with PostgreSQL's names and types.</summary>
internal static class AnswerColumns
{
    /// <param name="tree">Parse tree of the statement.</param>
    /// <param name="tables">What it reads.</param>
    public static DataColumn[] Of(IReadOnlyList<DuckColumn> columns, JsonElement tree, IReadOnlyList<DataTable> tables)
    {
        var names = AnswerNames.Of(tree, columns.Count);
        return [.. columns.Select((column, place) => new DataColumn(names[place] ?? column.Name, Type(column, place, tree, tables)))];
    }

    private static string Type(DuckColumn column, int place, JsonElement tree, IReadOnlyList<DataTable> tables)
    {
        // CKAN's row numbers are a serial column
        if (column.Name == DataNames.RowId && column.Type.Id == DuckTypeId.BigInt)
        {
            return "int4";
        }

        var answered = AnswerTypes.Of(column.Type);
        return AnswerNames.Call(tree, place) is { } call && TypesOf(call.Column, tables) is { Count: > 0 } types
            ? call.Function switch
            {
                // Sums of whole numbers become as large as DuckDB can make them; PostgreSQL gives int8 for int4 and numeric for int8
                "sum" when column.Type.Id == DuckTypeId.HugeInt && types.TrueForAll(t => t is "int4" or "int2") => "int8",

                // DuckDB's averages are all floating-point numbers, PostgreSQL's only those of such
                "avg" when column.Type.Id == DuckTypeId.Double && types.TrueForAll(t => t is "int2" or "int4" or "int8" or "numeric") => "numeric",
                _ => answered,
            }
            : answered;
    }

    private static List<string> TypesOf(string column, IReadOnlyList<DataTable> tables) =>
        [.. tables.SelectMany(t => t.Columns).Where(c => c.Name == column).Select(c => c.Type)];
}
