namespace Purbalingga.Search.Queries;

/// <summary>Documents with a word that fits a pattern; constant score.</summary>
/// <param name="Pattern">Of a prefix without the star; wildcards still with their escapes.</param>
internal sealed record PatternNode(string Field, PatternKind Kind, string Pattern) : QueryNode;
