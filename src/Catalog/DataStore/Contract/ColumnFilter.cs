namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>A comparison of one column.</summary>
/// <param name="Column">Exists, or is <c>_id</c>.</param>
/// <param name="Values">
/// One value, any number for <see cref="FilterOperator.In"/>. Typed as the column is; a number that does not fit an integer column comes as
/// <see cref="DataKind.Numeric"/>, a null matches nothing.
/// </param>
public sealed record ColumnFilter(string Column, FilterOperator Operator, IReadOnlyList<DataValue> Values) : DataFilter;
