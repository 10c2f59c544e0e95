namespace Purbalingga.Search;

/// <summary>A value of a facet.</summary>
/// <param name="Value">The value as indexed.</param>
/// <param name="Count">Hits that have it.</param>
public readonly record struct FacetValue(string Value, int Count);
