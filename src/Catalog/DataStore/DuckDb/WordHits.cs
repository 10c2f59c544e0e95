using System.Globalization;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>Rows that match the texts of a question, with the count of found words for each text: what makes the ranks.</summary>
internal sealed class WordHits
{
    /// <summary>Rows that stand in the text of a statement; more go through a table.</summary>
    private const int MostInText = 500;

    private readonly int _texts;
    private readonly int[] _ids;

    // Row by row
    private readonly byte[] _counts;

    private WordHits(int texts, int[] ids, byte[] counts) => (_texts, _ids, _counts) = (texts, ids, counts);

    public int Count => _ids.Length;

    /// <summary>Asks the words; what they do not know, texts of other types and rows written since, is asked of the table.</summary>
    /// <returns>Null when they are of another moment than the connection's.</returns>
    public static WordHits? Find(TableWords words, DuckTable table, StoredTable stored, TableFile file, DataQuery query, DuckConnection connection, CancellationToken ct)
    {
        var asked = query.Texts.Select(t => (Text: t, Prepared: TextMatch.Prepare(t))).ToList();
        var written = words.Written;
        if (words.IsStale)
        {
            return null;
        }

        var matches = words.All;
        var byText = new List<List<WordBits>>();
        foreach (var (text, prepared) in asked)
        {
            var expression = TextMatch.ExpressionOf(prepared);
            var byWord = expression.Words.Distinct().ToDictionary(w => w, w => RowsOf(words, stored, file, text.Column, w, expression.Stems, connection, ct));
            var rows = expression.Words.Select(w => byWord[w]).ToList();
            byText.Add(rows);
            matches = matches.And(expression.Matches(rows, words.All));
        }

        var found = new List<(int Id, byte[] Counts)>();
        if (written.Count > 0 || table.NextId - 1 > words.Most)
        {
            foreach (var id in written)
            {
                matches.Remove(id); // a copy of ours since the first text
            }

            found = ReadWritten(words, written, stored, file, asked, connection, ct);
        }

        var old = matches.ToArray();
        return Merge(asked.Count, old, byText, found);
    }

    /// <summary>The source of rows for one page: the hits in the order of their ranks, as a table with <c>_h</c> and <c>_r0</c>, <c>_r1</c> ...</summary>
    public string Page(DuckConnection connection, long offset, long? limit, CancellationToken ct)
    {
        var order = Enumerable.Range(0, _ids.Length).ToArray();
        if (_ids.Length > 0 && _counts.AsSpan().IndexOfAnyExcept(_counts[0]) >= 0)
        {
            Array.Sort(order, Compare);
        }

        var from = (int)Math.Min(offset, order.Length);
        return Source(connection, order[from..(int)Math.Min(order.Length, from + (limit ?? order.Length))], ct);

        int Compare(int a, int b)
        {
            for (var text = 0; text < _texts; text++)
            {
                if (_counts[(a * _texts) + text] != _counts[(b * _texts) + text])
                {
                    return _counts[(b * _texts) + text].CompareTo(_counts[(a * _texts) + text]);
                }
            }

            return a.CompareTo(b);
        }
    }

    /// <summary>The source of all rows.</summary>
    public string All(DuckConnection connection, CancellationToken ct) => Source(connection, [.. Enumerable.Range(0, _ids.Length)], ct);

    private string Source(DuckConnection connection, int[] order, CancellationToken ct)
    {
        var ranks = Enumerable.Range(0, _texts).Select(t => $"\"_r{t}\"").ToList();
        if (order.Length == 0)
        {
            return $"(SELECT 0 AS \"_h\", {string.Join(", ", ranks.Select(r => $"0 AS {r}"))} WHERE false)";
        }

        if (order.Length <= MostInText)
        {
            return $"(VALUES {string.Join(", ", order.Select(i => string.Create(
                CultureInfo.InvariantCulture, $"({_ids[i]}, {string.Join(", ", Enumerable.Range(0, _texts).Select(t => _counts[(i * _texts) + t]))})")))}) AS hits(\"_h\", {string.Join(", ", ranks)})";
        }

        connection.Execute($"CREATE OR REPLACE TEMP TABLE hits(\"_h\" BIGINT, {string.Join(", ", ranks.Select(r => r + " INTEGER"))})", ct);
        using var appender = connection.Append("hits", "temp");
        foreach (var i in order)
        {
            appender.Set(0, _ids[i]);
            for (var text = 0; text < _texts; text++)
            {
                appender.Set(text + 1, _counts[(i * _texts) + text]);
            }

            appender.EndRow();
        }

        appender.Complete();
        return "temp.hits";
    }

    private static WordHits Merge(int texts, int[] old, List<List<WordBits>> byText, List<(int Id, byte[] Counts)> found)
    {
        found.Sort((a, b) => a.Id.CompareTo(b.Id));
        var ids = new int[old.Length + found.Count];
        var counts = new byte[ids.Length * texts];
        for (int at = 0, i = 0, j = 0; at < ids.Length; at++)
        {
            if (j < found.Count && (i == old.Length || found[j].Id < old[i]))
            {
                ids[at] = found[j].Id;
                found[j++].Counts.CopyTo(counts, at * texts);
                continue;
            }

            ids[at] = old[i];
            for (var text = 0; text < texts; text++)
            {
                var count = 0;
                foreach (var rows in byText[text])
                {
                    count += rows.Has(old[i]) ? 1 : 0;
                }

                counts[(at * texts) + text] = (byte)Math.Min(255, count);
            }

            i++;
        }

        return new WordHits(texts, ids, counts);
    }

    private static WordBits RowsOf(
        TableWords words, StoredTable stored, TableFile file, string? column, TextWord word, bool stems, DuckConnection connection, CancellationToken ct)
    {
        var rows = new WordBits(words.Most);
        if (column is null || words.Has(column))
        {
            words.Collect(column, word, stems, rows);
        }

        var others = stored.Columns.Where(c => (column is null || c.Name == column) && !words.Has(c.Name)).ToList();
        if (column == DataNames.RowId)
        {
            others.Add(new DataColumn(DataNames.RowId, "int8"));
        }

        if (WordFilter.Of(others, word, stems) is { } filter)
        {
            using var statement = new DuckSql().Add($"SELECT _id FROM {file.Rows} WHERE ").Add(filter.Sql).Bind(filter.Values).Prepare(connection);
            using var result = statement.Query(ct);
            while (result.Next() is { } chunk)
            {
                using (chunk)
                {
                    for (var row = 0; row < chunk.Count; row++)
                    {
                        if (chunk[0].Int64(row) is >= 0 and var id && id <= words.Most)
                        {
                            rows.Add((int)id);
                        }
                    }
                }
            }
        }

        return rows;
    }

    private static List<(int, byte[])> ReadWritten(
        TableWords words, IReadOnlyCollection<int> written, StoredTable stored, TableFile file, List<(TextQuery Text, string Prepared)> asked, DuckConnection connection, CancellationToken ct)
    {
        var sql = new DuckSql().Add("SELECT _id");
        foreach (var (text, prepared) in asked)
        {
            TableSelect.AddRank(sql.Add(", "), stored, text, prepared);
        }

        sql.Add(string.Create(CultureInfo.InvariantCulture, $" FROM {file.Rows} WHERE (_id > {words.Most}"));
        sql.Add(written.Count > 0 ? $" OR _id IN ({string.Join(", ", written)}))" : ")");
        foreach (var (text, prepared) in asked)
        {
            TableSelect.AddRank(sql.Add(" AND "), stored, text, prepared).Add(" >= 0");
        }

        var found = new List<(int, byte[])>();
        using var statement = sql.Prepare(connection);
        using var result = statement.Query(ct);
        while (result.Next() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.Count; row++)
                {
                    var counts = new byte[asked.Count];
                    for (var i = 0; i < counts.Length; i++)
                    {
                        counts[i] = (byte)Math.Min(255, TextMatch.CountOf(chunk[i + 1].Double(row)));
                    }

                    found.Add(((int)chunk[0].Int64(row), counts));
                }
            }
        }

        return found;
    }
}
