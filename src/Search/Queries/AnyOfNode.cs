namespace Purbalingga.Search.Queries;

/// <summary>Documents with at least one of several exact values; does not score.</summary>
internal sealed record AnyOfNode(string Field, IReadOnlyList<string> Values) : QueryNode;
