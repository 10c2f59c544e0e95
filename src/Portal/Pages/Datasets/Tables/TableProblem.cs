namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>A part of an address that cannot be used, for the reader: which column, what was asked, and why not.</summary>
/// <param name="Key">Text of the dictionary with the places 0 (column) and 1 (value).</param>
internal sealed record TableProblem(string Key, string Column, string Value);
