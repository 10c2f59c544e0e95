namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>All of the parts, or any of them. Without parts: all rows (and), no rows (or).</summary>
public sealed record CombinedFilter(bool Any, IReadOnlyList<DataFilter> Parts) : DataFilter;
