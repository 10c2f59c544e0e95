namespace Purbalingga.Samples.Tables;

/// <summary>A rectangle of cells, both ends taken; rows and columns count from 1.</summary>
internal sealed record CellRange(int Top, int Left, int Bottom, int Right);
