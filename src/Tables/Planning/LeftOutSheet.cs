namespace Purbalingga.Tables.Planning;

/// <summary>A sheet, or a file in an archive, that is no table of the file.</summary>
/// <param name="Name">As in the workbook.</param>
/// <param name="Hidden">Whether it is left out because its owner hid it; else it has no rows or is no table.</param>
public sealed record LeftOutSheet(string Name, bool Hidden);
