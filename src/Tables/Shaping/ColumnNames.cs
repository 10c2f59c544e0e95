using System.Globalization;
using System.Text;

namespace Purbalingga.Tables.Shaping;

/// <summary>Makes labels and clean names of columns.</summary>
internal static class ColumnNames
{
    private const int MaxLength = 60;

    /// <summary>The label of a column: its header lines from top to bottom, each once.</summary>
    public static string Label(IEnumerable<string> lines)
    {
        var parts = new List<string>();
        foreach (var line in lines.Select(RowView.Words))
        {
            if (line.Length > 0 && (parts.Count == 0 || parts[^1] != line))
            {
                parts.Add(line);
            }
        }

        var label = string.Join(' ', parts);
        return label.Length <= 500 ? label : label[..500];
    }

    /// <summary>Names for the labels, unique in this order.</summary>
    public static string[] Clean(IReadOnlyList<string> labels)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = new string[labels.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var stem = Clean(labels[i]);
            stem = stem.Length == 0 ? $"kolom_{(i + 1).ToString(CultureInfo.InvariantCulture)}" : stem;
            var name = stem;
            for (var n = 2; !taken.Add(name); n++)
            {
                var suffix = "_" + n.ToString(CultureInfo.InvariantCulture);
                name = stem[..Math.Min(stem.Length, MaxLength + 3 - suffix.Length)] + suffix;
            }

            names[i] = name;
        }

        return names;
    }

    /// <summary>The clean form of one label; empty when nothing of it is left.</summary>
    public static string Clean(string label)
    {
        var clean = new StringBuilder();
        foreach (var c in label.Replace("%", " persen ", StringComparison.Ordinal).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                clean.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && clean.Length > 0 && clean[^1] != '_')
            {
                clean.Append('_');
            }

            if (clean.Length >= MaxLength)
            {
                break;
            }
        }

        var name = clean.ToString().Trim('_');
        return name.Length > 0 && char.IsAsciiDigit(name[0]) ? $"kolom_{name}"[..Math.Min(name.Length + 6, MaxLength)] : name;
    }
}
