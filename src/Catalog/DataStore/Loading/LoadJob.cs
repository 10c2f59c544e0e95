namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>One order, taken by this node.</summary>
/// <param name="Version">Of the order; a later one makes this work unwanted.</param>
/// <param name="LoadedHash">File that the served table was made of; null when the loader made none.</param>
/// <param name="OwnsTable">As in <see cref="TableLoadRecord.OwnsTable"/>.</param>
/// <param name="CorrectionJson">As in <see cref="TableLoadRecord.CorrectionJson"/>.</param>
internal sealed record LoadJob(string ResourceId, int Version, bool Again, string? LoadedHash, bool OwnsTable, string? CorrectionJson);
