namespace Purbalingga.Samples.Regions;

/// <summary>A desa or kelurahan with its centre (WGS 84).</summary>
/// <param name="Code">Kemendagri, <c>33.03.CC.DDDD</c>.</param>
/// <param name="Level"><c>desa</c> or <c>kelurahan</c>.</param>
internal sealed record Desa(string Code, string Level, string Name, decimal Latitude, decimal Longitude);
