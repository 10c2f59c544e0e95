namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>A district or village.</summary>
/// <param name="Code">Of the Ministry of Home Affairs, with dots.</param>
/// <param name="Level">kabupaten, kecamatan, desa, kelurahan.</param>
/// <param name="Latitude">Degrees of a point in it.</param>
/// <param name="Longitude">Degrees.</param>
internal sealed record Region(string Code, string Level, string Name, double Latitude, double Longitude);
