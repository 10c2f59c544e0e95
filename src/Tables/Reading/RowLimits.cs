namespace Purbalingga.Tables.Reading;

/// <summary>The error for a sheet with more rows or cells than allowed.</summary>
internal static class RowLimits
{
    public static TableReadException Exceeded(int rows, TableReadLimits limits, int row, string? sheet) =>
        new(rows > limits.MaxRows
            ? TableMessages.OverLimit("baris", "rows", limits.MaxRows)
            : TableMessages.OverLimit("sel", "cells", limits.MaxCells))
        { Row = row, Sheet = sheet };
}
