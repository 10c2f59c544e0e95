using System.Globalization;

namespace Purbalingga.Tables.Writing;

/// <summary>Makes names of elements as CKAN's dumps do.</summary>
internal static class XmlNames
{
    /// <summary>Names without signs that XML forbids, not beginning with a digit or <c>xml</c>; those that come twice get a number.</summary>
    public static string[] Of(IEnumerable<string> columns)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. columns.Select(column =>
        {
            var name = string.Concat(column.Replace(' ', '_').Where(c => char.IsAsciiLetterOrDigit(c) || (c > 127 && char.IsLetter(c)) || c is '_' or '-' or '.'))
                .TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '.');
            name = name.StartsWith("xml", StringComparison.OrdinalIgnoreCase) ? name[3..] : name;
            name = name.Length == 0 ? "_" : name;
            var free = name;
            for (var i = 0; !taken.Add(free); i++)
            {
                free = string.Create(CultureInfo.InvariantCulture, $"{name}_{i}");
            }

            return free;
        })];
    }
}
