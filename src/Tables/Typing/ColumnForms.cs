using Purbalingga.Tables.Planning;

namespace Purbalingga.Tables.Typing;

/// <summary>The reading of a column's texts that each form in a plan names, and back.</summary>
internal static class ColumnForms
{
    public static ColumnForm Of(ColumnReading reading) => reading.Style switch
    {
        Readings.DotDecimal => ColumnForm.DotDecimal,
        Readings.Indonesian => ColumnForm.Indonesian,
        Readings.English => ColumnForm.English,
        Readings.DayFirst => ColumnForm.DayFirst,
        Readings.MonthFirst => ColumnForm.MonthFirst,
        Readings.Month => ColumnForm.Month,
        Readings.Quarter => ColumnForm.Quarter,
        Readings.Semester => ColumnForm.Semester,
        _ => ColumnForm.Plain,
    };

    public static ColumnReading Reading(ColumnType type, ColumnForm form, string? unit = null) => new(type, Style(type, form), unit);

    private static Readings Style(ColumnType type, ColumnForm form) => (type, form) switch
    {
        (ColumnType.Integer or ColumnType.Number, ColumnForm.DotDecimal) => Readings.DotDecimal,
        (ColumnType.Integer or ColumnType.Number, ColumnForm.Indonesian) => Readings.Indonesian,
        (ColumnType.Integer or ColumnType.Number, ColumnForm.English) => Readings.English,
        (ColumnType.Integer or ColumnType.Number, _) => Readings.Integer,
        (ColumnType.Boolean, _) => Readings.Boolean,
        (ColumnType.DateTime, _) => Readings.DateTime,
        (ColumnType.Date, ColumnForm.DayFirst) => Readings.DayFirst,
        (ColumnType.Date, ColumnForm.MonthFirst) => Readings.MonthFirst,
        (ColumnType.Date, ColumnForm.Month) => Readings.Month,
        (ColumnType.Date, ColumnForm.Quarter) => Readings.Quarter,
        (ColumnType.Date, ColumnForm.Semester) => Readings.Semester,
        (ColumnType.Date, _) => Readings.Date,
        _ => Readings.None,
    };
}
