namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>A condition on rows: <see cref="ColumnFilter"/> or <see cref="CombinedFilter"/>. Depth and number of parts were limited before.</summary>
public abstract record DataFilter;
