using System.Globalization;

namespace Purbalingga.Search.Queries;

/// <summary>Solr's language for how many optional clauses must match: <c>2</c>, <c>-1</c>, <c>75%</c>, <c>2&lt;-1 5&lt;80%</c>.</summary>
internal static class MinimumMatch
{
    /// <summary>Works out the number.</summary>
    /// <param name="optional">Optional clauses there are.</param>
    /// <returns>0 to <paramref name="optional"/>.</returns>
    /// <exception cref="QuerySyntaxException">Not in that language.</exception>
    public static int Of(string specification, int optional)
    {
        var result = optional;
        if (specification.Contains('<', StringComparison.Ordinal))
        {
            foreach (var part in specification.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var less = part.IndexOf('<', StringComparison.Ordinal);
                if (less < 0 || !int.TryParse(part.AsSpan(0, less), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bound))
                {
                    throw Invalid(specification);
                }
                if (optional <= bound)
                {
                    return result;
                }
                result = Simple(part[(less + 1)..], optional, specification);
            }
            return result;
        }
        return Simple(specification.Trim(), optional, specification);
    }

    private static int Simple(string text, int optional, string specification)
    {
        int number;
        if (text.EndsWith('%'))
        {
            if (!int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent))
            {
                throw Invalid(specification);
            }
            number = (int)Math.Clamp((long)optional * percent / 100, -optional, optional);
        }
        else if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            throw Invalid(specification);
        }
        return Math.Clamp(number < 0 ? optional + number : number, 0, optional);
    }

    private static QuerySyntaxException Invalid(string specification) => new($"Invalid 'mm' spec: '{specification}'", 0);
}
