namespace Purbalingga.Portal.Pages.Models;

/// <summary>A column of a table.</summary>
/// <param name="Name">Name for machines.</param>
/// <param name="Label">Head as the file has it.</param>
/// <param name="Type">text, integer, number, date, datetime, boolean and the like.</param>
internal sealed record TableColumn(string Name, string? Label, string? Type)
{
    /// <summary>Dates, which must not break at their hyphens.</summary>
    public bool IsMoment => Type is "date" or "datetime";

    public bool IsNumeric => Type is "integer" or "int" or "number" or "numeric" or "decimal" or "float";
}
