using System.Text.Json;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Result of <c>datastore_search_sql</c>.</summary>
/// <param name="Records">Column to cell.</param>
internal sealed record SqlAnswer(IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Records);
