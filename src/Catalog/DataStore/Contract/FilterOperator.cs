namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>How a column is compared. Nulls match none of them.</summary>
public enum FilterOperator
{
    Equal,

    /// <summary>Equal to one of the values; none: no row.</summary>
    In,

    Greater,

    GreaterOrEqual,

    Less,

    LessOrEqual,
}
