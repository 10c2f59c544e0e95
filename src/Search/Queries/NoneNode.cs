namespace Purbalingga.Search.Queries;

/// <summary>No document.</summary>
internal sealed record NoneNode : QueryNode
{
    public static NoneNode Instance { get; } = new();
}
