namespace Purbalingga.Search;

/// <summary>Asks for the values of a field among the hits, with exact counts.</summary>
/// <param name="Field">Field name; of a text field the values are its indexed words.</param>
/// <param name="Limit">Most values to return; -1 for all.</param>
/// <param name="MinimumCount">Values with fewer hits are left out. 0 is read as 1: values without hits are never listed.</param>
public sealed record FacetRequest(string Field, int Limit = 50, int MinimumCount = 1);
