namespace Purbalingga.Search.Queries;

/// <summary>A token with its text and where it starts, zero-based.</summary>
internal readonly record struct QueryToken(TokenKind Kind, string Image, int Position);
