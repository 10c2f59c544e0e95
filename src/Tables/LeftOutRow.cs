namespace Purbalingga.Tables;

/// <summary>A row of the file that is not in the table.</summary>
/// <param name="Row">As in the file, 1-based.</param>
/// <param name="Reason">Why it was left out.</param>
/// <param name="Text">Its filled cells joined with <c> | </c>, cut to 200 characters; empty for signatures, which name persons.</param>
public sealed record LeftOutRow(int Row, LeftOutReason Reason, string Text);
