using System.Buffers;
using Purbalingga.Tables.Typing;

namespace Purbalingga.Tables.Shaping;

/// <summary>Questions about one raw row.</summary>
internal static class RowView
{
    private static readonly SearchValues<char> CodeCharacters = SearchValues.Create("0123456789.,-/ ");

    /// <summary>Cells with a value of their own, copies of merged ranges not counted.</summary>
    public static int Own(this TableRow row)
    {
        var own = 0;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            own += IsOwn(row.Cells[i]) ? 1 : 0;
        }

        return own;
    }

    /// <summary>Cells with a value, copies from above counted, copies from the left not.</summary>
    public static int Filled(this TableRow row)
    {
        var filled = 0;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            filled += IsBlank(row.Cells[i]) || row.Cells[i].IsFromLeft ? 0 : 1;
        }

        return filled;
    }

    public static IEnumerable<(int Column, TableCell Cell)> OwnCells(this TableRow row)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (IsOwn(row.Cells[i]))
            {
                yield return (i, row.Cells[i]);
            }
        }
    }

    public static bool IsBlank(this TableRow row)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (!IsBlank(row.Cells[i]))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsBlank(this TableCell cell) => cell.IsEmpty || (cell.Kind == CellKind.Text && string.IsNullOrWhiteSpace(cell.Text));

    public static bool IsOwn(this TableCell cell) => !IsBlank(cell) && !cell.IsMergedCopy;

    /// <summary>A word rather than a number, date or truth value.</summary>
    public static bool IsWord(this TableCell cell) =>
        cell.Kind == CellKind.Text && NumberText.Read(cell.Text.AsSpan().Trim(), out _, out _) == Readings.None
        && DateText.Read(cell.Text, out _) is Readings.None or Readings.Month or Readings.Quarter or Readings.Semester && (!IsCode(cell.Text) || IsRange(cell.Text));

    /// <summary>A whole number, be it typed or written; null for anything else.</summary>
    public static long? Whole(this TableCell cell)
    {
        var number = cell.Kind == CellKind.Number ? cell.Number
            : cell.Kind == CellKind.Text && NumberText.TryParse(cell.Text, Readings.Integer, out var read) ? read : double.NaN;
        return Math.Abs(number) < 1e15 && Math.Floor(number) == number ? (long)number : null;
    }

    /// <summary>Joined text of the filled cells, for people.</summary>
    public static string Excerpt(this TableRow row)
    {
        var text = string.Join(" | ", row.OwnCells().Take(20).Select(own => Words(own.Cell.Text)));
        return text.Length <= 200 ? text : text[..200];
    }

    /// <summary>The text with all runs of white space as one space.</summary>
    public static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A class such as <c>0-4</c>, as it stands in the header of ages.</summary>
    private static bool IsRange(string text) => text.Length <= 9 && text.Split(['-', '–']) is [var from, var to]
        && from.Trim() is { Length: >= 1 and <= 3 } first && to.Trim() is { Length: >= 1 and <= 3 } second && first.All(char.IsAsciiDigit) && second.All(char.IsAsciiDigit);

    /// <summary>Digits and separators only, such as a region code or a NIP.</summary>
    private static bool IsCode(string text) => text.AsSpan().IndexOfAnyExcept(CodeCharacters) < 0;
}
