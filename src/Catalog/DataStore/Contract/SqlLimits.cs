namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>What a caller's SQL may cost.</summary>
/// <param name="Rows">Most rows of the answer; the engine gives one more when there are more, so that the caller can tell.</param>
public sealed record SqlLimits(int Rows, TimeSpan Time);
