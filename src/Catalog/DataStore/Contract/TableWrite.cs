namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>Rows to write into an existing table: all of them are written, or none.</summary>
/// <param name="Columns">Of <paramref name="Rows"/>; all exist in the table, <c>_id</c> may be among them.</param>
/// <param name="Rows">Typed as the table's columns are; <see cref="DataKind.Missing"/> where a row does not have the column.</param>
/// <param name="Key">
/// Columns by which rows are found for update and upsert: the table's key or <c>_id</c>; all of them are among <paramref name="Columns"/> and never missing.
/// </param>
/// <remarks>
/// A later row of the same key sees what an earlier one wrote. Row numbers are drawn as PostgreSQL draws them, never given back: an insert draws one for each row up
/// to and including the one that is refused, an upsert by the key one for each row whether it is new or not, an update none; a dry run uses them up as well.
/// </remarks>
public sealed record TableWrite(string TableId, WriteMethod Method, IReadOnlyList<string> Columns, DataBatch Rows, IReadOnlyList<string> Key)
{
    /// <summary>Do everything but let nothing stand.</summary>
    public bool DryRun { get; init; }

    /// <summary>Give the written rows back, see <see cref="WriteResult.Rows"/>.</summary>
    public bool ReturnRows { get; init; }
}
