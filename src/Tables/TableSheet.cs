using System.Text.Json.Serialization;

namespace Purbalingga.Tables;

/// <summary>A sheet of a workbook, a table of a JSON file, a file of an archive, or the only sheet of a delimited file.</summary>
/// <param name="Index">0-based place in the file.</param>
/// <param name="Name">Name as in the workbook; empty for delimited text.</param>
/// <param name="Hidden">Whether the workbook hides it from its readers.</param>
public sealed record TableSheet(int Index, string Name, bool Hidden)
{
    /// <summary>
    /// Columns where the format itself names them (JSON, GeoJSON, Parquet): every row is a record then, and nothing is looked for in
    /// the sheet. Null where a header must be found.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Which of <see cref="Columns"/> the format itself says are text, so that their digits stay as they are; null where values decide.</summary>
    [JsonIgnore]
    public IReadOnlyList<bool>? TextColumns { get; init; }
}
