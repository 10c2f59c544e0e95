namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>One filter, as it stands in the address.</summary>
/// <param name="Column">May be a column that is no longer there.</param>
/// <param name="Value">As typed; not empty.</param>
internal sealed record ColumnCondition(string Column, ColumnTest Test, string Value);
