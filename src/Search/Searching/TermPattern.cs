using System.Text;
using System.Text.RegularExpressions;
using Purbalingga.Search.Queries;

namespace Purbalingga.Search.Searching;

/// <summary>A prefix, wildcard or regular expression, tried on the words of a dictionary.</summary>
internal sealed class TermPattern
{
    private readonly Regex? _regex;
    private readonly Rune[] _wildcard = [];
    private readonly PatternKind _kind;

    // In _wildcard; neither is a letter that a term can have
    private static readonly Rune s_anyText = new(0x10FFFE);
    private static readonly Rune s_anyLetter = new(0x10FFFF);

    public TermPattern(PatternKind kind, string pattern)
    {
        _kind = kind;
        switch (kind)
        {
            case PatternKind.Prefix:
                Prefix = Encoding.UTF8.GetBytes(pattern);
                break;
            case PatternKind.Wildcard:
                _wildcard = ParseWildcard(pattern);
                var fixedPart = new StringBuilder();
                foreach (var rune in _wildcard.TakeWhile(r => r != s_anyText && r != s_anyLetter))
                {
                    fixedPart.Append(rune);
                }
                Prefix = Encoding.UTF8.GetBytes(fixedPart.ToString());
                break;
            default:
                _regex = RegexPatterns.Compile(pattern);
                Prefix = Encoding.UTF8.GetBytes(RegexPatterns.LiteralPrefix(pattern));
                break;
        }
    }

    /// <summary>Bytes that every fitting word starts with; may be empty.</summary>
    public byte[] Prefix { get; }

    /// <summary>Whether a word that starts with <see cref="Prefix"/> fits.</summary>
    public bool Matches(ReadOnlySpan<byte> term)
    {
        if (_kind == PatternKind.Prefix)
        {
            return true;
        }
        Span<char> letters = term.Length <= 512 ? stackalloc char[term.Length] : new char[term.Length];
        letters = letters[..Encoding.UTF8.GetChars(term, letters)];
        return _regex?.IsMatch(letters) ?? MatchesWildcard(letters);
    }

    private static Rune[] ParseWildcard(string pattern)
    {
        var runes = new List<Rune>(pattern.Length);
        var isEscaped = false;
        foreach (var rune in pattern.EnumerateRunes())
        {
            if (!isEscaped && rune.Value == '\\')
            {
                isEscaped = true;
                continue;
            }
            runes.Add(isEscaped ? rune : rune.Value switch
            {
                '*' => s_anyText,
                '?' => s_anyLetter,
                _ => rune,
            });
            isEscaped = false;
        }
        return [.. runes];
    }

    // Greedy with one point to return to, so that the work stays within letters times signs
    private bool MatchesWildcard(ReadOnlySpan<char> letters)
    {
        var at = 0;
        var sign = 0;
        var starSign = -1;
        var starAt = 0;
        while (at < letters.Length)
        {
            Rune.DecodeFromUtf16(letters[at..], out var letter, out var length);
            if (sign < _wildcard.Length && _wildcard[sign] == s_anyText)
            {
                starSign = sign++;
                starAt = at;
            }
            else if (sign < _wildcard.Length && (_wildcard[sign] == s_anyLetter || _wildcard[sign] == letter))
            {
                sign++;
                at += length;
            }
            else if (starSign >= 0)
            {
                Rune.DecodeFromUtf16(letters[starAt..], out _, out var skipped);
                starAt += skipped;
                at = starAt;
                sign = starSign + 1;
            }
            else
            {
                return false;
            }
        }
        while (sign < _wildcard.Length && _wildcard[sign] == s_anyText)
        {
            sign++;
        }
        return sign == _wildcard.Length;
    }
}
