namespace Purbalingga.Tables.Planning;

/// <summary>What an operator put right in a plan. Kept apart from the plan, so that a new version of the file is planned with it again.</summary>
public sealed record TableCorrection
{
    /// <summary>Name of the sheet meant; null for every sheet.</summary>
    public string? Sheet { get; init; }

    /// <summary>Rows that make the header, 1-based as in the file; empty for a table without header; null to have it found.</summary>
    public IReadOnlyList<int>? HeaderRows { get; init; }

    /// <summary>First row that may be data; null for the one below the header.</summary>
    public int? FirstRow { get; init; }

    /// <summary>Last row that may be data; null for the sheet's last.</summary>
    public int? LastRow { get; init; }

    /// <summary>Rows to leave out that detection keeps.</summary>
    public IReadOnlyList<int> LeaveOut { get; init; } = [];

    /// <summary>Rows to keep that detection leaves out as total, note, signature or repeated header.</summary>
    public IReadOnlyList<int> Keep { get; init; } = [];

    public IReadOnlyList<ColumnCorrection> Columns { get; init; } = [];
}
