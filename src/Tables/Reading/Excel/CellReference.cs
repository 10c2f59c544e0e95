using System.Globalization;

namespace Purbalingga.Tables.Reading.Excel;

/// <summary>Reads references such as <c>BC12</c>.</summary>
internal static class CellReference
{
    /// <summary>Row and column, 0-based; false when it is no reference or lies beyond any sheet.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int row, out int column)
    {
        row = 0;
        column = TakeColumn(ref text);
        if (column < 0 || !int.TryParse(text.TrimStart('$'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is < 1 or > 1_048_576)
        {
            return false;
        }

        row = number - 1;
        return true;
    }

    /// <summary>The 0-based column of a reference; -1 when it does not begin with one of XFD at most.</summary>
    public static int Column(ReadOnlySpan<char> text) => TakeColumn(ref text);

    private static int TakeColumn(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart('$');
        int column = 0, length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length]) && length < 4)
        {
            column = (column * 26) + (text[length] & 31);
            length++;
        }

        text = text[length..];
        return length is 0 or > 3 || column > 16_384 ? -1 : column - 1;
    }
}
