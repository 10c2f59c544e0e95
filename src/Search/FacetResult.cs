namespace Purbalingga.Search;

/// <summary>Values of one field among the hits.</summary>
/// <param name="Field">Field name as asked.</param>
/// <param name="Values">By count descending, then by the UTF-8 bytes of the value.</param>
public sealed record FacetResult(string Field, IReadOnlyList<FacetValue> Values);
