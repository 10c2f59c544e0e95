namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>How far a load is.</summary>
/// <param name="Percent">0 to 99.</param>
internal sealed record LoadProgressInfo(long BytesRead, long BytesTotal, long Rows, int Percent);
