namespace Purbalingga.Catalog.Actions;

/// <summary>What an action answers.</summary>
/// <param name="Result">UTF-8 JSON of what the envelope's <c>result</c> holds; empty when it is streamed.</param>
/// <param name="ChangedDatasets">Ids for <c>changed_entities</c>; empty where CKAN does not tell them.</param>
/// <param name="Streamed">The result, where it may be large; whoever takes the answer writes and disposes it.</param>
public readonly record struct ActionAnswer(ReadOnlyMemory<byte> Result, IReadOnlyList<string> ChangedDatasets, StreamedJson? Streamed = null);
