using System.Text.Json;
using System.Text.Json.Nodes;

namespace Purbalingga.Portal.Pages.Models;

/// <summary>Result of <c>resource_table_preview</c>.</summary>
/// <param name="Rows">The first rows; cells are texts, numbers, booleans or null.</param>
/// <param name="Total">Rows of the whole table; null when not counted.</param>
/// <param name="Shape">What was found in the file: sheet, header row, delimiter and the like; free keys.</param>
/// <param name="Warnings">What a reader should know: texts, or objects with a message.</param>
/// <param name="Error">Why the file can not be read as a table, with the place; null when it can.</param>
internal sealed record TablePreview(
    IReadOnlyList<TableColumn>? Columns,
    IReadOnlyList<IReadOnlyList<JsonElement>>? Rows,
    long? Total,
    JsonNode? Shape,
    JsonNode? Warnings,
    JsonNode? Error);
