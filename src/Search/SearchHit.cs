namespace Purbalingga.Search;

/// <summary>One hit.</summary>
/// <param name="Id">Id of the document.</param>
/// <param name="Score">Relevance; 0 when neither sort nor scores were asked for by the query.</param>
/// <param name="Stored">Stored values of the fields asked for; null when none were asked for.</param>
public sealed record SearchHit(string Id, float Score, IReadOnlyDictionary<string, IReadOnlyList<string>>? Stored);
