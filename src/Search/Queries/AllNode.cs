namespace Purbalingga.Search.Queries;

/// <summary>Every document.</summary>
internal sealed record AllNode : QueryNode;
