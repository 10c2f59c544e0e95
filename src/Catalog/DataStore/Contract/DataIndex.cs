namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>An index of a table, or its key.</summary>
/// <param name="Name">40 hex digits made from table id and columns, see <see cref="DataNames.Index"/>; errors of double keys name it.</param>
/// <param name="IsUnique">True for the key: no two rows have the same values in these columns.</param>
public sealed record DataIndex(string Name, IReadOnlyList<string> Columns, bool IsUnique);
