namespace Purbalingga.Search.Queries;

/// <summary>Documents with words at the same distances as in the phrase, moved by at most <paramref name="Slop"/> places in all.</summary>
/// <param name="Terms">Words with their positions in the phrase.</param>
internal sealed record PhraseNode(string Field, IReadOnlyList<(string Term, int Position)> Terms, int Slop) : QueryNode;
