namespace Purbalingga.Search;

/// <summary>A filter that is never parsed: the keyword field must hold at least one of the values, exactly.</summary>
/// <param name="Field">Keyword field.</param>
/// <param name="Values">Allowed values; none allows no document.</param>
public sealed record RequiredAny(string Field, IReadOnlyList<string> Values);
