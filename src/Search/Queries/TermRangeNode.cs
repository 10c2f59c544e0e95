namespace Purbalingga.Search.Queries;

/// <summary>Documents with a word between two others by UTF-8 bytes; null is open. Constant score.</summary>
internal sealed record TermRangeNode(string Field, string? From, string? To, bool IncludesFrom, bool IncludesTo) : QueryNode;
