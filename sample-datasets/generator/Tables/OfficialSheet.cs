namespace Purbalingga.Samples.Tables;

/// <summary>A sheet as an office prints it: titles, a head of two lines, rows, a total, notes, a place to sign.</summary>
/// <param name="Name">Name of the sheet's tab, at most 31 signs.</param>
internal sealed record OfficialSheet(string Name)
{
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Heads of the columns; one with names under it is merged across them, one without is merged down.</summary>
    public IReadOnlyList<(string Text, string[] Under)> Head { get; init; } = [];

    public IReadOnlyList<object?[]> Rows { get; init; } = [];

    /// <summary>The last row, with the word for total in its first cell; null for none.</summary>
    public object?[]? Total { get; init; }

    /// <summary>Lines below the table: Sumber, Catatan.</summary>
    public IReadOnlyList<string> Foot { get; init; } = [];

    /// <summary>The office that signs; null for no signature block. The name under it is plainly invented.</summary>
    public string? SignedBy { get; init; }

    /// <summary>Numbers stand as Indonesian text (<c>1.234,56</c>), as copied from another program.</summary>
    public bool NumbersAsText { get; init; }

    /// <summary>A row (1), (2), (3) under the head.</summary>
    public bool NumberedColumns { get; init; }

    public bool Hidden { get; init; }

    /// <summary>Empty columns left of the table.</summary>
    public int Indent { get; init; }
}
