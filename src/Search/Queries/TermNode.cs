namespace Purbalingga.Search.Queries;

/// <summary>Documents with one indexed word.</summary>
internal sealed record TermNode(string Field, string Term) : QueryNode;
