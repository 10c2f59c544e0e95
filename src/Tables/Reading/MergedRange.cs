namespace Purbalingga.Tables.Reading;

/// <summary>A merged range of cells; 0-based, both ends included.</summary>
internal readonly record struct MergedRange(int FromRow, int FromColumn, int ToRow, int ToColumn);
