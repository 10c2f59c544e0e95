using System.Text;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Rows as PostgreSQL's COPY writes CSV: null is nothing, an empty text is <c>""</c>, lines end with LF.</summary>
internal static class DelimitedText
{
    public static void AppendRow(StringBuilder text, ReadOnlySpan<DataValue> row, char delimiter, bool milliseconds)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (i > 0)
            {
                text.Append(delimiter);
            }

            if (CellText.Of(row[i], milliseconds) is { } cell)
            {
                AppendCell(text, cell, delimiter);
            }
        }

        text.Append('\n');
    }

    public static void AppendCell(StringBuilder text, string cell, char delimiter)
    {
        if (cell.Length > 0 && cell.AsSpan().IndexOfAny(delimiter, '"', '\n') < 0 && !cell.Contains('\r', StringComparison.Ordinal) && cell != "\\.")
        {
            text.Append(cell);
        }
        else
        {
            text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
    }
}
