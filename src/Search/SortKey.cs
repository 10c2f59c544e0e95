namespace Purbalingga.Search;

/// <summary>One key of a sort.</summary>
/// <param name="Field">Field name, or <c>score</c>. Strings sort by their UTF-8 bytes; documents without a value come last either way.</param>
/// <param name="Descending">Largest first.</param>
public sealed record SortKey(string Field, bool Descending)
{
    /// <summary>Best score first.</summary>
    public static SortKey Score { get; } = new("score", true);
}
