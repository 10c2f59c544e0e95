namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>One key of an order.</summary>
/// <param name="Column">Of the table, <c>_id</c>, or a rank (<see cref="DataNames.Rank"/>) of one of the query's texts.</param>
/// <param name="NullsFirst">Null: as PostgreSQL does, last when ascending and first when descending.</param>
public sealed record DataSort(string Column, bool Descending = false, bool? NullsFirst = null);
