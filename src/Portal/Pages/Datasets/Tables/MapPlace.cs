namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Something on a map.</summary>
/// <param name="Row">Number of its row; null for a group of rows.</param>
/// <param name="Shapes">Rings or lines of longitude and latitude in degrees; one with one place for a point.</param>
/// <param name="IsClosed">The shapes are rings of areas.</param>
/// <param name="Value">Size of its circle; null where all are alike.</param>
internal sealed record MapPlace(long? Row, string Name, IReadOnlyList<IReadOnlyList<(double X, double Y)>> Shapes, bool IsClosed, double? Value = null)
{
    public bool IsPoint => Shapes is [{ Count: 1 }];
}
