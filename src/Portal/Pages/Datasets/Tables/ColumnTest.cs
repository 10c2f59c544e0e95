namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>How a filter of the page compares a column; the names stand in its address.</summary>
internal enum ColumnTest
{
    /// <summary>Equal to the value.</summary>
    Is,

    /// <summary>Has words that begin with those given.</summary>
    Has,

    /// <summary>At least.</summary>
    Min,

    /// <summary>At most; of a moment, until the end of that day.</summary>
    Max,
}
