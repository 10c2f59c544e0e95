namespace Purbalingga.Tables.Planning;

/// <summary>A sheet that is no table of the file.</summary>
/// <param name="Name">As in the workbook.</param>
/// <param name="Hidden">Whether it is left out because its owner hid it; else it has no rows.</param>
public sealed record LeftOutSheet(string Name, bool Hidden);
