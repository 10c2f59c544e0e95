namespace Purbalingga.Tables.Planning;

/// <summary>How the texts of a typed column are written. Cells that the file itself types need no form.</summary>
public enum ColumnForm
{
    /// <summary>Digits alone; <c>2025-12-31</c> and days with the month's name; <c>ya</c> and <c>tidak</c>; anything in a column of text.</summary>
    Plain,

    /// <summary><c>1234.5</c></summary>
    DotDecimal,

    /// <summary><c>1.234,5</c></summary>
    Indonesian,

    /// <summary><c>1,234.5</c></summary>
    English,

    /// <summary><c>31/12/2025</c></summary>
    DayFirst,

    /// <summary><c>12/31/2025</c></summary>
    MonthFirst,

    /// <summary><c>Desember 2025</c>: read as the month's first day.</summary>
    Month,

    /// <summary><c>Triwulan IV 2025</c>: read as the quarter's first day.</summary>
    Quarter,

    /// <summary><c>Semester II 2025</c>: read as the half-year's first day.</summary>
    Semester,
}
