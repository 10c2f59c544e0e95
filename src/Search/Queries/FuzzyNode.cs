namespace Purbalingga.Search.Queries;

/// <summary>Documents with one of the 50 words nearest to a word; closer words score higher.</summary>
/// <param name="MaxEdits">Letters added, left out, changed or swapped; 0 to 2.</param>
internal sealed record FuzzyNode(string Field, string Term, int MaxEdits) : QueryNode;
