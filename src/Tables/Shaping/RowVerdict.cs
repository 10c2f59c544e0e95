namespace Purbalingga.Tables.Shaping;

/// <summary>What an operator said of a row.</summary>
internal enum RowVerdict
{
    Keep,
    LeaveOut,
}
