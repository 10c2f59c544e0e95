using System.Globalization;

namespace Purbalingga.Search.Queries;

/// <summary>
/// Cuts a query into tokens as the classic Lucene grammar does: the longest token wins, at equal length the operator.
/// Boosts and ranges have token sets of their own.
/// </summary>
internal sealed class QueryLexer(string text)
{
    private enum Mode
    {
        Default,
        Boost,
        Range,
    }

    private Mode _mode;
    private int _at;

    /// <summary>Reads the next token.</summary>
    /// <exception cref="QuerySyntaxException">No token starts here.</exception>
    public QueryToken Next()
    {
        while (_at < text.Length && IsBlank(text[_at]))
        {
            _at++;
        }
        if (_at >= text.Length)
        {
            return new(TokenKind.End, "<EOF>", text.Length);
        }
        return _mode switch
        {
            Mode.Boost => NextBoost(),
            Mode.Range => NextRange(),
            _ => NextDefault(),
        };
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\u3000';

    private static bool IsTermStart(char c) => !IsBlank(c)
        && c is not ('+' or '-' or '!' or '(' or ')' or ':' or '^' or '[' or ']' or '"' or '{' or '}' or '~' or '*' or '?' or '\\' or '/');

    private QueryToken Take(TokenKind kind, int end)
    {
        var token = new QueryToken(kind, text[_at..end], _at);
        _at = end;
        return token;
    }

    private QueryToken NextDefault()
    {
        var c = text[_at];
        switch (c)
        {
            case '+' or '-' or '!':
                if (_at + 1 < text.Length && IsBlank(text[_at + 1]))
                {
                    var bare = new QueryToken(TokenKind.BareOperator, text[_at..(_at + 1)], _at);
                    _at += 2;
                    return bare;
                }
                return Take(c == '+' ? TokenKind.Plus : c == '-' ? TokenKind.Minus : TokenKind.Not, _at + 1);
            case '(':
                return Take(TokenKind.LeftParen, _at + 1);
            case ')':
                return Take(TokenKind.RightParen, _at + 1);
            case ':':
                return Take(TokenKind.Colon, _at + 1);
            case '^':
                _mode = Mode.Boost;
                return Take(TokenKind.Caret, _at + 1);
            case '"':
                return Take(TokenKind.Quoted, EndOfQuoted());
            case '~':
                var end = _at + 1;
                while (TryTermChar(ref end))
                {
                }
                return Take(TokenKind.FuzzySlop, end);
            case '/':
                return Take(TokenKind.Regex, EndOfRegex());
            case '[':
                _mode = Mode.Range;
                return Take(TokenKind.RangeStartIncluded, _at + 1);
            case '{':
                _mode = Mode.Range;
                return Take(TokenKind.RangeStartExcluded, _at + 1);
            default:
                return Word();
        }
    }

    private QueryToken Word()
    {
        var end = _at;
        var wild = false;
        var starAt = -1;
        while (end < text.Length)
        {
            if (text[end] is '*' or '?')
            {
                wild |= starAt >= 0 || text[end] == '?';
                starAt = text[end] == '*' && starAt < 0 ? end : starAt;
                end++;
                continue;
            }
            var before = end;
            if (!TryTermChar(ref end) || (before == _at && text[before] is '+' or '-'))
            {
                end = before;
                break;
            }
            wild |= starAt >= 0;
        }
        if (end == _at)
        {
            throw Lexical(_at, "");
        }
        if (wild)
        {
            return Take(TokenKind.Wildcard, end);
        }
        if (starAt >= 0)
        {
            return Take(starAt == _at ? TokenKind.Star : TokenKind.Prefix, end);
        }
        return text.AsSpan(_at, end - _at) switch
        {
            "AND" or "&&" => Take(TokenKind.And, end),
            "OR" or "||" => Take(TokenKind.Or, end),
            "NOT" => Take(TokenKind.Not, end),
            _ => Take(TokenKind.Term, end),
        };
    }

    private bool TryTermChar(ref int at)
    {
        if (at >= text.Length)
        {
            return false;
        }
        if (text[at] == '\\')
        {
            if (at + 1 >= text.Length)
            {
                throw Lexical(text.Length, text[_at..]);
            }
            at += 2;
            return true;
        }
        if (!IsTermStart(text[at]) && text[at] is not ('+' or '-'))
        {
            return false;
        }
        at++;
        return true;
    }

    private int EndOfQuoted()
    {
        for (var i = _at + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return i + 1;
            }
        }
        throw Lexical(text.Length, text[_at..]);
    }

    private int EndOfRegex()
    {
        for (var i = _at + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == '/')
            {
                i++;
            }
            else if (text[i] == '/')
            {
                return i > _at + 1 ? i + 1 : throw Lexical(i, "/");
            }
        }
        throw Lexical(text.Length, text[_at..]);
    }

    private QueryToken NextBoost()
    {
        _mode = Mode.Default;
        var end = _at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }
        if (end == _at)
        {
            throw Lexical(_at, "");
        }
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }
        }
        return Take(TokenKind.Number, end);
    }

    private QueryToken NextRange()
    {
        switch (text[_at])
        {
            case ']':
                _mode = Mode.Default;
                return Take(TokenKind.RangeEndIncluded, _at + 1);
            case '}':
                _mode = Mode.Default;
                return Take(TokenKind.RangeEndExcluded, _at + 1);
            case '"':
                for (var i = _at + 1; i < text.Length; i++)
                {
                    if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == '"')
                    {
                        i++;
                    }
                    else if (text[i] == '"' && i > _at + 1)
                    {
                        return Take(TokenKind.RangeQuoted, i + 1);
                    }
                }
                throw Lexical(text.Length, text[_at..]);
            default:
                var end = _at;
                while (end < text.Length && text[end] is not (' ' or ']' or '}'))
                {
                    end++;
                }
                return Take(text.AsSpan(_at, end - _at) is "TO" ? TokenKind.RangeTo : TokenKind.RangeText, end);
        }
    }

    private QuerySyntaxException Lexical(int position, string after)
    {
        var met = position < text.Length
            ? string.Create(CultureInfo.InvariantCulture, $"'{(int)text[position]}' ({(int)text[position]})")
            : "<EOF>";
        return new QuerySyntaxException(
            string.Create(CultureInfo.InvariantCulture, $"Cannot parse '{text}': Lexical error at line 1, column {position + 1}.  Encountered: {met}, after prefix \"{after}\""),
            position);
    }
}
