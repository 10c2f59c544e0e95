namespace Purbalingga.Tables.Planning;

/// <summary>How a file is planned.</summary>
public sealed record TablePlanOptions
{
    public static TablePlanOptions Default { get; } = new();

    /// <summary>Also carries an operator's encoding and delimiter.</summary>
    public TableReadOptions Read { get; init; } = TableReadOptions.Default;

    /// <summary>At most one a sheet counts: the one that names it, else the one that names none.</summary>
    public IReadOnlyList<TableCorrection> Corrections { get; init; } = [];

    /// <summary>Rows in which header and columns are looked for; at most 200,000 cells are kept of them.</summary>
    public int SampleRows { get; init; } = 1000;

    /// <summary>Rows read for types and foot; fewer than the table has make a plan that is not whole.</summary>
    public long EvidenceRows { get; init; } = long.MaxValue;
}
