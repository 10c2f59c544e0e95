using System.Text;
using System.Text.RegularExpressions;

namespace Purbalingga.Search.Queries;

/// <summary>Regular expressions of the Lucene query language, anchored at both ends, matched in linear time.</summary>
internal static class RegexPatterns
{
    private const int MaxLength = 1000;

    /// <summary>Refuses what cannot be compiled.</summary>
    /// <exception cref="QuerySyntaxException">Not a regular expression, or one that uses complement, intersection or number ranges.</exception>
    /// <exception cref="SearchLimitException">Too long or with too large repetitions.</exception>
    public static void Check(string pattern) => Compile(pattern);

    /// <summary>Compiles a pattern.</summary>
    public static Regex Compile(string pattern)
    {
        if (pattern.Length > MaxLength)
        {
            throw new SearchLimitException($"A regular expression may have {MaxLength} characters");
        }
        try
        {
            return new Regex($@"\A(?:{Translate(pattern)})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
        }
        catch (NotSupportedException cause)
        {
            throw new SearchLimitException($"The regular expression /{pattern}/ is too large: {cause.Message}");
        }
        catch (ArgumentException cause)
        {
            throw new QuerySyntaxException($"Cannot parse regular expression /{pattern}/", 0, cause);
        }
    }

    /// <summary>Letters that every match starts with; may be empty.</summary>
    public static string LiteralPrefix(string pattern)
    {
        var end = 0;
        while (end < pattern.Length && char.IsLetterOrDigit(pattern[end]))
        {
            end++;
        }
        // the last letter may be optional, and an alternative may start otherwise
        return pattern.Contains('|', StringComparison.Ordinal) ? "" : pattern[..(end == pattern.Length ? end : Math.Max(end - 1, 0))];
    }

    // Lucene's own signs are fewer than .NET's: ^ and $ are letters, " quotes, @ is any text, # nothing
    private static string Translate(string pattern)
    {
        var regex = new StringBuilder(pattern.Length + 16);
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            switch (c)
            {
                case '\\':
                    if (i + 1 >= pattern.Length)
                    {
                        throw new QuerySyntaxException("end-of-string expected at position " + i, i);
                    }
                    regex.Append(Regex.Escape(pattern[++i].ToString()));
                    break;
                case '"':
                    var end = pattern.IndexOf('"', i + 1);
                    if (end < 0)
                    {
                        throw new QuerySyntaxException("expected '\"' at position " + pattern.Length, pattern.Length);
                    }
                    regex.Append("(?:").Append(Regex.Escape(pattern[(i + 1)..end])).Append(')');
                    i = end;
                    break;
                case '[':
                    i = TranslateClass(pattern, i, regex);
                    break;
                case '@':
                    regex.Append("(?:.*)");
                    break;
                case '#':
                    regex.Append(@"[^\s\S]");
                    break;
                case '^' or '$':
                    regex.Append('\\').Append(c);
                    break;
                case '~' or '&' or '<' or '>':
                    throw new QuerySyntaxException($"The sign {c} of regular expressions is not supported; write \\{c} for the letter", i);
                case '(':
                    // a question mark behind the parenthesis would start one of .NET's own constructs
                    if (i + 1 < pattern.Length && pattern[i + 1] == '?')
                    {
                        throw new QuerySyntaxException("unexpected '?' at position " + (i + 1), i + 1);
                    }
                    regex.Append("(?:");
                    break;
                default:
                    regex.Append(c);
                    break;
            }
        }
        return regex.ToString();
    }

    private static int TranslateClass(string pattern, int start, StringBuilder regex)
    {
        regex.Append('[');
        var i = start + 1;
        if (i < pattern.Length && pattern[i] == '^')
        {
            regex.Append('^');
            i++;
        }
        var first = true;
        for (; i < pattern.Length; i++, first = false)
        {
            var c = pattern[i];
            if (c == ']' && !first)
            {
                regex.Append(']');
                return i;
            }
            if (c == '\\' && i + 1 < pattern.Length)
            {
                c = pattern[++i];
                regex.Append(c is ']' or '[' or '^' or '-' or '\\' ? "\\" + c : Regex.Escape(c.ToString()));
                continue;
            }
            regex.Append(c is '[' or ']' ? "\\" + c : c.ToString());
        }
        throw new QuerySyntaxException("expected ']' at position " + pattern.Length, pattern.Length);
    }
}
