using System.Globalization;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Tables;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>
/// A delimited text as DuckDB reads it. All fields come as texts and become values by expressions that take only what they know for sure and end the statement with
/// an error at anything else; so what passes is what the exact way would have made of it.
/// </summary>
internal sealed class CsvSource(CsvText text, IReadOnlyList<string> types)
{
    private static readonly string Missing = List(ValueWords.Missing.Append(""));
    private static readonly string Yes = List(ValueWords.Yes);
    private static readonly string No = List(ValueWords.No);

    /// <summary>Rows in the order of the file; columns <c>c0</c>, <c>c1</c> ...</summary>
    public string Select =>
        $"SELECT {string.Join(", ", text.Readings.Select((r, i) => $"{Value($"c{i}", r, types[i])} AS c{i}"))} FROM read_csv({Literal(text.Path)}, auto_detect = false, header = false, skip = 1, "
        + $"delim = {Literal(text.Delimiter.ToString())}, quote = '\"', escape = '\"', strict_mode = true, null_padding = false, "
        + $"columns = {{{string.Join(", ", text.Readings.Select((_, i) => $"'c{i}': 'VARCHAR'"))}}}) WHERE CASE WHEN {IsBlank} OR {IsHeader} THEN error('left out') ELSE true END";

    /// <summary>
    /// Whether a column of texts may be of another type: its head, which decided that, holds nothing but what stands for no value, and the rest holds more.
    /// </summary>
    /// <param name="table">That <see cref="Select"/> filled.</param>
    /// <returns>The question as SQL; null when there is no column of texts.</returns>
    public string? IsUndecided(string table)
    {
        var texts = text.Readings.Select((r, i) => (r, i)).Where(c => c.r == CsvReading.Text).Select(c => $"c{c.i}").ToList();
        var head = string.Create(CultureInfo.InvariantCulture, $"(SELECT * FROM {table} LIMIT {text.HeadRows})");
        return texts.Count == 0 ? null : $"SELECT {string.Join(" OR ", texts.Select(c =>
            $"(NOT EXISTS (SELECT 1 FROM {head} WHERE {Says(c)}) AND EXISTS (SELECT 1 FROM {table} WHERE {Says(c)}))"))}";
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    // A list and no IN: DuckDB makes a join out of a long IN, and no longer keeps the order of the rows then
    private static string Among(string value, string words) => $"list_contains([{words}], {value})";

    private static string List(IEnumerable<string> words) => string.Join(", ", words.Select(w => Literal(w.ToLowerInvariant())));

    private string IsBlank => string.Join(" AND ", text.Readings.Select((_, i) => $"trim(coalesce(c{i}, '')) = ''"));

    private string IsHeader => string.Join(" AND ", text.Header.Select((h, i) => (h, i)).Where(h => h.h.Trim().Length > 0).Select(h => $"lower(trim(coalesce(c{h.i}, ''))) = lower({Literal(h.h.Trim())})"));

    private static string Says(string column) => $"{column} IS NOT NULL AND NOT {Among($"lower(trim({column}))", Missing)}";

    private static string Value(string column, CsvReading reading, string type)
    {
        var whole = $"WHEN CAST(TRY_CAST({column} AS BIGINT) AS VARCHAR) = {column} AND length(ltrim({column}, '-')) < 16 THEN CAST({column} AS {type})";
        var day = $"WHEN length({column}) = 10 AND {column} >= '1000' AND CAST(TRY_CAST({column} AS DATE) AS VARCHAR) = {column} THEN CAST({column} AS DATE)";
        var cases = reading switch
        {
            // U+0000 is taken out, or refused, by the exact way
            CsvReading.Text => $"WHEN contains({column}, chr(0)) THEN error('not as planned') ELSE {column}",
            CsvReading.Whole => whole,
            CsvReading.DotDecimal => $"WHEN regexp_full_match({column}, '-?((0|[1-9][0-9]{{0,14}})|(0|[1-9][0-9]{{0,17}})\\.[0-9]{{1,18}})') THEN CAST({column} AS {type})",
            CsvReading.CommaDecimal => $"WHEN regexp_full_match({column}, '-?((0|[1-9][0-9]{{0,14}})|(0|[1-9][0-9]{{0,2}}(\\.[0-9]{{3}}){{1,5}}|[1-9][0-9]{{0,14}})(,[0-9]{{1,18}})?|0,[0-9]{{1,18}})') "
                + $"THEN CAST(replace(replace({column}, '.', ''), ',', '.') AS {type})",
            CsvReading.Day => day,
            CsvReading.DayFirst => $"{day} WHEN right({column}, 4) >= '1000' AND strftime(try_strptime({column}, '%d/%m/%Y'), '%d/%m/%Y') = {column} THEN CAST(strptime({column}, '%d/%m/%Y') AS DATE) "
                + $"WHEN right({column}, 4) >= '1000' AND strftime(try_strptime({column}, '%d-%m-%Y'), '%d-%m-%Y') = {column} THEN CAST(strptime({column}, '%d-%m-%Y') AS DATE)",
            CsvReading.Moment => $"WHEN length({column}) = 19 AND {column} >= '1000' AND CAST(TRY_CAST({column} AS TIMESTAMP) AS VARCHAR) = replace({column}, 'T', ' ') THEN CAST({column} AS TIMESTAMP) "
                + $"WHEN length({column}) = 16 AND {column} >= '1000' AND CAST(TRY_CAST({column} || ':00' AS TIMESTAMP) AS VARCHAR) = replace({column}, 'T', ' ') || ':00' THEN CAST({column} || ':00' AS TIMESTAMP)",
            _ => $"WHEN {Among($"lower({column})", Yes)} THEN true WHEN {Among($"lower({column})", No)} THEN false",
        };
        return $"CASE WHEN {column} IS NULL THEN NULL {cases}{(reading == CsvReading.Text ? "" : $" WHEN {Among($"lower(trim({column}))", Missing)} THEN NULL ELSE error('not as planned')")} END";
    }
}
