namespace Purbalingga.Catalog.Actions;

/// <summary>What an action answers.</summary>
/// <param name="Result">UTF-8 JSON of what the envelope's <c>result</c> holds.</param>
/// <param name="ChangedDatasets">Ids for <c>changed_entities</c>; empty where CKAN does not tell them.</param>
public readonly record struct ActionAnswer(ReadOnlyMemory<byte> Result, IReadOnlyList<string> ChangedDatasets);
