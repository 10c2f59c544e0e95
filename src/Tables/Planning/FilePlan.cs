using System.Text.Json.Serialization;

namespace Purbalingga.Tables.Planning;

/// <summary>The tables of a file.</summary>
/// <param name="Detection">Form of the file.</param>
/// <param name="Tables">One for each sheet with a table, in the file's order; at least one.</param>
/// <param name="LeftOut">Sheets without one, and hidden ones.</param>
public sealed record FilePlan(TableDetection Detection, IReadOnlyList<TablePlan> Tables, IReadOnlyList<LeftOutSheet> LeftOut)
{
    /// <summary>The table that stands for the file: the first with a header and two or more columns, else the first.</summary>
    [JsonIgnore]
    public TablePlan Main =>
        Tables.FirstOrDefault(table => table.Rows > 0 && table.Columns.Count > 1 && (table.HeaderRows.Count > 0 || table.Sheet.Columns is not null))
        ?? Tables[0];
}
