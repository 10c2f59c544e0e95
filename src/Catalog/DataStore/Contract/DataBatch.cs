namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>Some rows, one after another in one array. Whoever takes a batch may keep it: it is not filled again.</summary>
public sealed class DataBatch
{
    /// <param name="columns">Cells in a row.</param>
    /// <param name="cells">Row by row; at least <paramref name="rows"/> times <paramref name="columns"/>.</param>
    public DataBatch(int columns, int rows, DataValue[] cells)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cells.Length, (long)columns * rows);
        Columns = columns;
        Rows = rows;
        Cells = cells;
    }

    public int Columns { get; }

    public int Rows { get; }

    public DataValue[] Cells { get; }

    public ReadOnlySpan<DataValue> Row(int row) => Cells.AsSpan(row * Columns, Columns);
}
