namespace Purbalingga.Catalog.DataStore.Exports;

/// <summary>How a dump is written.</summary>
/// <param name="Mark">Begin texts with the UTF-8 mark.</param>
/// <param name="Safe">Texts of CSV and TSV that a spreadsheet would run get an apostrophe in front.</param>
/// <param name="Milliseconds">Times always with three decimals.</param>
/// <param name="IsWhole">It is the whole table in its own order.</param>
internal sealed record DumpStyle(bool Mark, bool Safe, bool Milliseconds, bool IsWhole);
