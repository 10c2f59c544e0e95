namespace Purbalingga.Samples.Sets;

/// <summary>A line of the budget; amounts in rupiah.</summary>
internal sealed record BudgetLine(string Kind, string Group, string Line, long Planned, long Realised);
