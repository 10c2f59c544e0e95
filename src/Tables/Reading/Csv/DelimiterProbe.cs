namespace Purbalingga.Tables.Reading.Csv;

/// <summary>Finds the delimiter of a text by how evenly each candidate cuts its rows, with quotes respected.</summary>
internal static class DelimiterProbe
{
    private const int MaxRecords = 200;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>The best delimiter, and whether the sample is a table by it at all.</summary>
    /// <param name="Delimiter">A comma when nothing speaks for any.</param>
    /// <param name="IsTable">Two or more fields in most rows.</param>
    public readonly record struct Evidence(char Delimiter, bool IsTable);

    /// <param name="text">The head of the file, without byte order mark.</param>
    /// <param name="complete">Whether the head is the whole file; else its last record is not judged.</param>
    public static Evidence Weigh(ReadOnlySpan<char> text, bool complete)
    {
        if (SeparatorLine(text) is { } declared)
        {
            return new Evidence(declared, true);
        }

        var best = new Evidence(',', false);
        var bestScore = 0.0;
        foreach (var candidate in Candidates)
        {
            var (score, table) = Score(text, candidate, complete);
            if (score > bestScore)
            {
                bestScore = score;
                best = new Evidence(candidate, table);
            }
        }

        return best;
    }

    /// <summary>The delimiter that Excel's own first line <c>sep=;</c> declares.</summary>
    public static char? SeparatorLine(ReadOnlySpan<char> text) =>
        text.Length >= 6 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text[5] is '\r' or '\n' ? text[4] : null;

    private static (double Score, bool IsTable) Score(ReadOnlySpan<char> text, char delimiter, bool complete)
    {
        var counts = FieldCounts(text, delimiter, complete);
        if (counts.Count == 0)
        {
            return (0, false);
        }

        var modal = counts.Where(c => c > 1).GroupBy(c => c).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
        if (modal is null)
        {
            return (0, false);
        }

        // Rows of another width cost; more columns count a little, so that ';' with ',' decimals inside wins over ','
        var even = (double)modal.Count() / counts.Count;
        return (even * even * (1 + (0.1 * Math.Log2(modal.Key))), even >= 0.5);
    }

    private static List<int> FieldCounts(ReadOnlySpan<char> text, char delimiter, bool complete)
    {
        var counts = new List<int>();
        int fields = 1, length = 0;
        bool quoted = false, atStart = true;
        for (var i = 0; i < text.Length && counts.Count < MaxRecords; i++)
        {
            var c = text[i];
            if (quoted)
            {
                quoted = c != '"';
                continue;
            }

            if (c == '"' && (atStart || (i > 0 && text[i - 1] == '"')))
            {
                quoted = true;
                atStart = false;
                length++;
            }
            else if (c == delimiter)
            {
                fields++;
                atStart = true;
                length++;
            }
            else if (c is '\r' or '\n')
            {
                if (length > 0)
                {
                    counts.Add(fields);
                }

                fields = 1;
                length = 0;
                atStart = true;
            }
            else
            {
                atStart &= c == ' ';
                length++;
            }
        }

        if (length > 0 && complete && counts.Count < MaxRecords)
        {
            counts.Add(fields);
        }

        return counts;
    }
}
