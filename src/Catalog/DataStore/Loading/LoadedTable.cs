namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>What is remembered of a table that was loaded.</summary>
/// <param name="Hash">SHA-256 of its file.</param>
/// <param name="Rows">How many it has.</param>
/// <param name="PlanJson">How it was read.</param>
internal sealed record LoadedTable(string Hash, long Rows, string PlanJson);
