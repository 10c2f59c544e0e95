using System.Buffers;
using System.Text;

namespace Purbalingga.Tables.Reading.Excel;

/// <summary>Finds the merged ranges of a sheet, which stand behind its rows, by a search over the unpacked bytes.</summary>
/// <remarks>
/// The ranges must be known before the first row. Looking for the marks alone costs a tenth of parsing the rows twice. Sheets in
/// another encoding than UTF-8, which no program writes, are read without their merges.
/// </remarks>
internal static class MergeScan
{
    private const int LongestMark = 200;

    public static async Task<IReadOnlyList<MergedRange>> ReadAsync(OfficePackage package, string part, CancellationToken ct)
    {
        var ranges = new List<MergedRange>();
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        var stream = package.OpenPart(part);
        await using var ignored = stream.ConfigureAwait(false);
        try
        {
            var kept = 0;
            int read;
            while ((read = await stream.ReadAsync(buffer.AsMemory(kept), ct).ConfigureAwait(false)) > 0 && ranges.Count < MergedCells.MaxRanges)
            {
                var length = kept + read;
                var used = Collect(buffer.AsSpan(0, length), ranges);
                // A mark may lie across two blocks
                kept = Math.Min(length - used, LongestMark);
                buffer.AsSpan(length - kept, kept).CopyTo(buffer);
            }

            return ranges;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Adds the ranges of the marks that are whole in the block; gives how far it was used up.</summary>
    private static int Collect(ReadOnlySpan<byte> block, List<MergedRange> ranges)
    {
        var used = 0;
        while (true)
        {
            var at = block[used..].IndexOf("mergeCell "u8);
            if (at < 0)
            {
                return used;
            }

            var mark = block[(used + at)..];
            var end = mark.IndexOf((byte)'>');
            if (end < 0)
            {
                return used + at;
            }

            if (Parse(mark[..end]) is { } range)
            {
                ranges.Add(range);
            }

            used += at + end;
        }
    }

    private static MergedRange? Parse(ReadOnlySpan<byte> mark)
    {
        var at = mark.IndexOf("ref=\""u8);
        if (at < 0 || mark.Length > LongestMark)
        {
            return null;
        }

        var text = Encoding.ASCII.GetString(mark[(at + 5)..]);
        var pieces = text[..Math.Max(0, text.IndexOf('"', StringComparison.Ordinal))].Split(':');
        return pieces.Length == 2 && CellReference.TryParse(pieces[0], out var fromRow, out var fromColumn)
            && CellReference.TryParse(pieces[1], out var toRow, out var toColumn) && toRow >= fromRow && toColumn >= fromColumn
            ? new MergedRange(fromRow, fromColumn, toRow, toColumn)
            : null;
    }
}
