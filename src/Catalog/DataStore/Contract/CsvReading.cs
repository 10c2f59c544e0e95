namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>How the texts of a field become values. What an engine does not know in a text for sure makes the file one for the exact way.</summary>
public enum CsvReading
{
    /// <summary>As it is.</summary>
    Text,

    /// <summary><c>-1234</c>, at most 15 digits, no zero before them.</summary>
    Whole,

    /// <summary><c>1234.5</c>, and what is <see cref="Whole"/>.</summary>
    DotDecimal,

    /// <summary><c>1.234,5</c>, and what is <see cref="Whole"/>.</summary>
    CommaDecimal,

    /// <summary><c>2025-12-31</c></summary>
    Day,

    /// <summary><c>31/12/2025</c> or <c>31-12-2025</c>, and what is a <see cref="Day"/>.</summary>
    DayFirst,

    /// <summary><c>2025-12-31 08:30:00</c>, also with a T between and without seconds.</summary>
    Moment,

    /// <summary>Words for yes and no.</summary>
    YesNo,
}
