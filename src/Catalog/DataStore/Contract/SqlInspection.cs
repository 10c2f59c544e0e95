namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>A caller's SQL, understood by the engine's own parser, not run, and found to be one SELECT that calls only allowed functions.</summary>
/// <param name="Sql">As it came.</param>
/// <param name="TableIds">Every table that it reads by whatever route, each once; aliases are resolved.</param>
public sealed record SqlInspection(string Sql, IReadOnlyList<string> TableIds);
