using System.Globalization;

namespace Purbalingga.Tables.Writing;

/// <summary>Header texts of a written table.</summary>
internal static class Headers
{
    /// <summary>One text a column; labels that occur twice get <c> (2)</c>, so that no reader loses a column.</summary>
    public static string[] Of(IReadOnlyList<TableColumn> columns, HeaderText header)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var texts = new string[columns.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            var text = header == HeaderText.Name ? columns[i].Name : WithUnit(columns[i]);
            texts[i] = text;
            for (var n = 2; !taken.Add(texts[i]); n++)
            {
                texts[i] = string.Create(CultureInfo.InvariantCulture, $"{text} ({n})");
            }
        }

        return texts;
    }

    /// <summary>Values lose their percent signs when they are written as numbers; the header keeps it.</summary>
    private static string WithUnit(TableColumn column) =>
        column.Unit is { } unit && !column.Label.Contains(unit, StringComparison.Ordinal) ? $"{column.Label} ({unit})" : column.Label;
}
