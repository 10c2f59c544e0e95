namespace Purbalingga.Samples.Regions;

/// <summary>A kecamatan with its codes in both systems, its centre (WGS 84) and its desa and kelurahan.</summary>
/// <param name="Code">Kemendagri, <c>33.03.CC</c>.</param>
/// <param name="BpsCode">BPS, seven digits; the two systems do not map by arithmetic.</param>
internal sealed record Kecamatan(string Code, string BpsCode, string Name, decimal Latitude, decimal Longitude, IReadOnlyList<Desa> Desa);
