using System.Text;

namespace Purbalingga.Samples.Tables;

/// <summary>A table as CSV or TSV bytes.</summary>
internal static class DelimitedText
{
    public static byte[] Csv(Table table) => Write(table, ',', new UTF8Encoding(false), Numbers.Machine);

    public static byte[] CsvWithBom(Table table) => Write(table, ',', new UTF8Encoding(true), Numbers.Machine);

    public static byte[] Tsv(Table table) => Write(table, '\t', new UTF8Encoding(false), Numbers.Machine);

    /// <summary>As an Indonesian Excel on Windows saves it: semicolons, decimal commas, Windows-1252, CR LF.</summary>
    public static byte[] ExcelCsv(Table table)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Write(table, ';', Encoding.GetEncoding(1252), cell => cell is decimal d ? d.ToString("0.####", Numbers.Indonesian) : Numbers.Machine(cell), "\r\n");
    }

    private static byte[] Write(Table table, char separator, Encoding encoding, Func<object?, string> show, string end = "\n")
    {
        var text = new StringBuilder();
        text.AppendJoin(separator, table.Columns).Append(end);
        foreach (var row in table.Rows)
        {
            text.AppendJoin(separator, row.Select(cell => Quote(show(cell), separator))).Append(end);
        }

        return [.. encoding.Preamble, .. encoding.GetBytes(text.ToString())];
    }

    private static string Quote(string cell, char separator) =>
        cell.AsSpan().IndexOfAny([separator, '"', '\n', '\r']) < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
