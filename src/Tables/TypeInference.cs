using Purbalingga.Tables.Typing;

namespace Purbalingga.Tables;

/// <summary>Finds the types of columns by the evidence of all rows given to it, in memory that does not grow with them.</summary>
/// <remarks>
/// A type must fit every value: codes with leading zeros or several dots (<c>0123</c>, <c>33.03.09</c>) and numbers of 16 digits and more
/// (NIK, NIP) stay text. <c>-</c>, <c>n/a</c>, <c>tad</c> and their like count as missing in typed columns and stay as they are in text.
/// </remarks>
public sealed class TypeInference
{
    private readonly ColumnEvidence[] _columns;

    /// <param name="labels">One for each column; a label that speaks of coordinates decides how <c>109.363</c> is read.</param>
    public TypeInference(IEnumerable<string> labels) => _columns = [.. labels.Select(label => new ColumnEvidence(label))];

    /// <param name="sheet">May say itself which columns are text.</param>
    /// <param name="labels">One for each column.</param>
    internal TypeInference(TableSheet sheet, IReadOnlyList<string> labels) =>
        _columns = [.. labels.Select((label, i) => new ColumnEvidence(label, isText: sheet.TextColumns is { } texts && texts[i]))];

    /// <summary>Takes in one row; cells beyond the columns are ignored.</summary>
    public void Add(TableRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i].Add(row.At(i), row.Number);
        }
    }

    /// <summary>The types by what has been seen so far; text for columns without values.</summary>
    public IReadOnlyList<ColumnType> Types => [.. Conclude().Select(reading => reading.Type)];

    /// <summary>Guesses made and values that stand in the way of a type.</summary>
    public IReadOnlyList<TableWarning> Warnings => [.. _columns.SelectMany(column => column.Warnings(column.Conclude()))];

    /// <summary>The readings, in the wanted types where one is given.</summary>
    internal ColumnReading[] Conclude(Func<int, ColumnType?> wanted) =>
        [.. _columns.Select((column, i) => wanted(i) is { } type ? column.Conclude(type) : column.Conclude())];

    internal IEnumerable<TableWarning> WarningsOf(int column, ColumnReading reading) => _columns[column].Warnings(reading);

    internal ColumnReading[] Conclude() => Array.ConvertAll(_columns, column => column.Conclude());
}
