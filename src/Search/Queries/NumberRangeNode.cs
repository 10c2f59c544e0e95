namespace Purbalingga.Search.Queries;

/// <summary>Documents with a number or time (milliseconds since 1970) from <paramref name="From"/> to <paramref name="To"/>, both included. Constant score.</summary>
internal sealed record NumberRangeNode(string Field, long From, long To) : QueryNode;
