namespace Purbalingga.Tables;

/// <summary>What a conversion did.</summary>
/// <param name="Rows">Data rows written.</param>
/// <param name="Columns">Columns written.</param>
/// <param name="Shape">How the table was found, its foot included.</param>
/// <param name="Warnings">What the file's owner should know.</param>
public sealed record ConversionReport(long Rows, IReadOnlyList<TableColumn> Columns, TableShape Shape, IReadOnlyList<TableWarning> Warnings);
