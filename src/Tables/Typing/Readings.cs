namespace Purbalingga.Tables.Typing;

/// <summary>Ways in which one text can be read. A column is of a type when one way fits all its values.</summary>
[Flags]
internal enum Readings
{
    None = 0,

    /// <summary>Digits with an optional sign: <c>1234</c>. Fits every number style.</summary>
    Integer = 1,

    /// <summary>Dot as decimal sign, no grouping: <c>1234.5</c>.</summary>
    DotDecimal = 1 << 1,

    /// <summary>Indonesian: dot groups thousands, comma is the decimal sign: <c>1.234,56</c>.</summary>
    Indonesian = 1 << 2,

    /// <summary>English: comma groups thousands, dot is the decimal sign: <c>1,234.56</c>.</summary>
    English = 1 << 3,

    Boolean = 1 << 4,

    /// <summary><c>2025-12-31</c>, and days with the month's name.</summary>
    Date = 1 << 5,

    /// <summary><c>31/12/2025</c>, and what is a <see cref="Date"/>.</summary>
    DayFirst = 1 << 6,

    /// <summary><c>12/31/2025</c>, and what is a <see cref="Date"/>.</summary>
    MonthFirst = 1 << 7,

    /// <summary>A day, with a time of day or without: <c>2025-12-31 08:30</c>.</summary>
    DateTime = 1 << 8,

    /// <summary><c>Desember 2025</c>, <c>2025-12</c>.</summary>
    Month = 1 << 9,

    /// <summary><c>Triwulan IV 2025</c>.</summary>
    Quarter = 1 << 10,

    /// <summary><c>Semester II 2025</c>.</summary>
    Semester = 1 << 11,

    Numbers = Integer | DotDecimal | Indonesian | English,
    Dates = Date | DayFirst | MonthFirst | Month | Quarter | Semester,
}
