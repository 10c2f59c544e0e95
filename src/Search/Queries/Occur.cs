namespace Purbalingga.Search.Queries;

/// <summary>What a clause means for its boolean query.</summary>
internal enum Occur
{
    Should,
    Must,
    MustNot,
}
