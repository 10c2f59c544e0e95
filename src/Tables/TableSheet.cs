namespace Purbalingga.Tables;

/// <summary>A sheet of a workbook, or the only sheet of a delimited file.</summary>
/// <param name="Index">0-based place in the file.</param>
/// <param name="Name">Name as in the workbook; empty for delimited text.</param>
/// <param name="Hidden">Whether the workbook hides it from its readers.</param>
public sealed record TableSheet(int Index, string Name, bool Hidden);
