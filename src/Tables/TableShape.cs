namespace Purbalingga.Tables;

/// <summary>How the table was found in its sheet, so that a person can see it.</summary>
public sealed record TableShape
{
    /// <summary>Rows that make the header, from top to bottom, 1-based as in the file; empty when there is none.</summary>
    public required IReadOnlyList<int> HeaderRows { get; init; }

    /// <summary>First row of data as in the file; null when the table is empty.</summary>
    public int? FirstDataRow { get; init; }

    /// <summary>Column of the sheet, 1-based, of each column of the table.</summary>
    public required IReadOnlyList<int> SourceColumns { get; init; }

    /// <summary>Text of the title rows, joined with a space; null when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>Rows left out, blank ones aside, in the file's order; at most 200. Rows at the foot are known once the whole table was read.</summary>
    public required IReadOnlyList<LeftOutRow> LeftOut { get; init; }

    /// <summary>Blank rows left out between the header and the last row read.</summary>
    public int BlankRows { get; init; }
}
