using System.Globalization;
using System.Xml;

namespace Purbalingga.Tables.Writing;

/// <summary>Makes names of elements as CKAN's dumps do.</summary>
public static class XmlNames
{
    private const string Reserved = "xml";

    /// <summary>Names without signs that XML forbids, not beginning with a digit or <c>xml</c>; those that come twice get a number.</summary>
    public static string[] Of(IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. columns.Select(column =>
        {
            var name = Begin(string.Concat(column.Replace(' ', '_').Where(XmlConvert.IsNCNameChar)));
            while (name.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase))
            {
                name = Begin(name[Reserved.Length..]);
            }

            name = name.Length == 0 ? "_" : name;
            var free = name;
            for (var i = 0; !taken.Add(free); i++)
            {
                free = string.Create(CultureInfo.InvariantCulture, $"{name}_{i}");
            }

            return free;
        })];
    }

    private static string Begin(string name)
    {
        var at = 0;
        while (at < name.Length && !XmlConvert.IsStartNCNameChar(name[at]))
        {
            at++;
        }

        return name[at..];
    }
}
