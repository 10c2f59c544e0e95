using System.Text.Json;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Result of <c>datastore_search</c> with <c>records_format</c> lists.</summary>
/// <param name="Records">Cells in the order of <paramref name="Fields"/>.</param>
/// <param name="Total">Rows that match in all; null when not asked for.</param>
internal sealed record TableRows(IReadOnlyList<TableField> Fields, IReadOnlyList<IReadOnlyList<JsonElement>> Records, long? Total = null);
