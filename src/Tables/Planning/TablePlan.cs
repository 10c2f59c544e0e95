namespace Purbalingga.Tables.Planning;

/// <summary>
/// What detection made of one sheet: where its table lies, what its columns are, what is left out and why. Kept with the table
/// (<see cref="PlanJson"/>), shown to its operator, and followed to the letter by <see cref="PlannedRows"/>.
/// </summary>
public sealed record TablePlan
{
    /// <summary>Form of the file: what it really is, its encoding, delimiter and quote.</summary>
    public required TableDetection Detection { get; init; }

    public required TableSheet Sheet { get; init; }

    /// <summary>Rows that make the header, top to bottom, 1-based as in the file; empty when there is none or the format itself names the columns.</summary>
    public required IReadOnlyList<int> HeaderRows { get; init; }

    /// <summary>Row from which on rows may be data, 1-based as in the file.</summary>
    public required int FirstRow { get; init; }

    /// <summary>Last row that may be data; null for the sheet's last.</summary>
    public int? LastRow { get; init; }

    /// <summary>Fields that a row of delimited text must not exceed; null where rows have no such width.</summary>
    public int? Width { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<PlannedColumn> Columns { get; init; }

    /// <summary>Text of the title rows, joined with a space; null when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>Rows left out, blank ones aside, in the file's order. Only the first 200 carry their text.</summary>
    public required IReadOnlyList<LeftOutRow> LeftOut { get; init; }

    /// <summary>Blank rows between the header and the last row; left out as well.</summary>
    public int BlankRows { get; init; }

    /// <summary>Data rows read for the evidence: all of the table's when <see cref="IsWhole"/>.</summary>
    public required long Rows { get; init; }

    /// <summary>Whether the types and the foot are told from every row. Else a later row may not fit, and reading says so.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>What the file's owner should know.</summary>
    public IReadOnlyList<TableWarning> Warnings { get; init; } = [];
}
