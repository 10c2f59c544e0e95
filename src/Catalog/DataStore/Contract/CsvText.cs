namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>Delimited text in UTF-8 with one header line and quotation marks doubled inside quoted fields.</summary>
/// <param name="Path">A file of this machine.</param>
/// <param name="Header">Of the first line, as it stands there: a later line with the same texts is the header once more, which the exact way leaves out.</param>
/// <param name="Readings">One for each field, in their order; as many as the table has columns.</param>
/// <param name="HeadRows">Rows at the beginning whose texts have decided the readings.</param>
/// <param name="MaxRows">With more of them the file is not as it was said.</param>
public sealed record CsvText(string Path, char Delimiter, IReadOnlyList<string> Header, IReadOnlyList<CsvReading> Readings, long HeadRows, long MaxRows);
