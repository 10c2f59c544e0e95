namespace ExcelNumberFormat;

/// <summary>A piece of a section: text shown as it stands, or a run of one format letter.</summary>
internal sealed record FormatToken(string Text, bool IsLiteral);
