namespace Purbalingga.Search.Queries;

/// <summary>Documents with anything in a field. Constant score.</summary>
internal sealed record ExistsNode(string Field) : QueryNode;
