namespace Purbalingga.Search.Queries;

/// <summary>Any of the queries; scores the best one and a share of the others.</summary>
internal sealed record DisjunctionNode(IReadOnlyList<QueryNode> Queries, float TieBreaker) : QueryNode;
