namespace Purbalingga.Catalog.Regions;

/// <summary>The regency, one of its districts (kecamatan) or villages (desa, kelurahan).</summary>
/// <param name="Kemendagri">Code with dots, such as <c>33.03.01</c>.</param>
/// <param name="Bps">Code of Statistics Indonesia; null for villages, whose list of it is not published as a file.</param>
/// <param name="Level"><c>kabupaten</c>, <c>kecamatan</c>, <c>desa</c> or <c>kelurahan</c>.</param>
/// <param name="Latitude">Degrees of a point in it, north positive; null when it is not known.</param>
/// <param name="Longitude">Degrees, east positive.</param>
public sealed record Region(string Kemendagri, string? Bps, string Level, string Name, double? Latitude, double? Longitude);
