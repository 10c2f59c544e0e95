using System.Text;
using Purbalingga.Tables.Reading.Csv;
using Purbalingga.Tables.Shaping;

namespace Purbalingga.Tables.Planning;

/// <summary>
/// Looks at the first and the last lines of a delimited text that was planned by its head: whether a reader that takes every line between for a row would leave out
/// the same lines as <see cref="TablePlanner"/> does over the whole of it. Only what stands at the very foot can be left out there.
/// </summary>
public static class DelimitedEnds
{
    private const int TailBytes = 256 * 1024;

    /// <summary>More rows than a foot may have.</summary>
    private const int FewestTailRows = 150;

    /// <param name="source">The file; seekable, left open.</param>
    /// <param name="plan">Of its head, at least 5,000 rows: before that a row may be a total by its sums.</param>
    /// <returns>Texts of the header line; null when that cannot be said without reading everything.</returns>
    public static async Task<IReadOnlyList<string>?> ReadHeaderAsync(Stream source, TablePlan plan, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan is not
            {
                Detection: { Container: null, Encoding: "utf-8", Delimiter: { } delimiter, Quote: '"' }, HeaderRows: [1], FirstRow: 2, LastRow: null, LeftOut: [], BlankRows: 0,
                Warnings: [], Columns.Count: > 1,
            }
            || plan.Rows < 5000 || plan.Width != plan.Columns.Count || plan.Columns.Where((c, i) => c.Source != i + 1).Any())
        {
            return null;
        }

        try
        {
            source.Position = plan.Detection.HasByteOrderMark ? 3 : 0;
            using var head = new CsvTokenizer(new StreamReader(source, Encoding.UTF8, false, 4096, leaveOpen: true), delimiter, '"', TableReadOptions.Default.Limits, "utf-8");
            return await head.ReadAsync(ct).ConfigureAwait(false) is { } header && header.Cells.Count == plan.Width && await EndsInRowAsync(source, plan, header, delimiter, ct).ConfigureAwait(false)
                ? [.. header.Cells.Select(c => c.Text)]
                : null;
        }
        catch (TableReadException)
        {
            return null; // The exact way says where and why
        }
    }

    private static async Task<bool> EndsInRowAsync(Stream source, TablePlan plan, TableRow header, char delimiter, CancellationToken ct)
    {
        var length = (int)Math.Min(TailBytes, source.Length);
        var bytes = new byte[length];
        source.Position = source.Length - length;
        await source.ReadExactlyAsync(bytes, ct).ConfigureAwait(false);
        var start = Array.IndexOf(bytes, (byte)'\n') + 1;
        if (start == 0 || !AreQuotesAtFieldEnds(bytes.AsSpan(start), (byte)delimiter))
        {
            return false;
        }

        var filter = new BodyFilter(new Layout([header], 2, [.. plan.Columns.Select(c => c.Source - 1)], [.. plan.Columns.Select(c => c.Label)], plan.Width!.Value), delimited: true, null);
        using var text = new StreamReader(new MemoryStream(bytes, start, length - start), Encoding.UTF8);
        using var tokens = new CsvTokenizer(text, delimiter, '"', TableReadOptions.Default.Limits, "utf-8");
        var rows = 0;
        while (await tokens.ReadAsync(ct).ConfigureAwait(false) is { } row)
        {
            rows += filter.Take(row).Count();
        }

        return rows >= FewestTailRows && !filter.IsHolding;
    }

    // A quotation mark inside an unquoted field, or text behind a closing one, may mean that the first line stands inside a quoted field
    private static bool AreQuotesAtFieldEnds(ReadOnlySpan<byte> text, byte delimiter)
    {
        var quoted = false;
        for (var i = text.IndexOf((byte)'"'); i >= 0 && i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                continue;
            }

            if (!quoted)
            {
                if (i > 0 && text[i - 1] != delimiter && text[i - 1] is not ((byte)'\n' or (byte)'\r'))
                {
                    return false;
                }

                quoted = true;
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                i++;
            }
            else if (i + 1 < text.Length && text[i + 1] != delimiter && text[i + 1] is not ((byte)'\n' or (byte)'\r'))
            {
                return false;
            }
            else
            {
                quoted = false;
            }
        }

        return !quoted;
    }
}
