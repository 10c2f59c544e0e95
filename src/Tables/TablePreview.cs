namespace Purbalingga.Tables;

/// <summary>The head of a table, for showing.</summary>
public sealed record TablePreview
{
    public required TableDetection Detection { get; init; }

    /// <summary>All sheets of the file.</summary>
    public required IReadOnlyList<TableSheet> Sheets { get; init; }

    /// <summary>The sheet shown.</summary>
    public required TableSheet Sheet { get; init; }

    /// <summary>Types by all rows that were read.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>The first rows; <see cref="TableCell.Text"/> is as in the file, <see cref="TableCell.Value"/> typed.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>Data rows of the whole table; null when there are more than were counted.</summary>
    public long? TotalRows { get; init; }

    /// <summary>Data rows read; the total is this or more.</summary>
    public required long CountedRows { get; init; }

    public required TableShape Shape { get; init; }

    public required IReadOnlyList<TableWarning> Warnings { get; init; }
}
