namespace Purbalingga.Samples.Catalog;

/// <summary>An OPD or another producer of data, a CKAN organization.</summary>
/// <param name="Parent">Name of the organization above it, or null.</param>
internal sealed record Organization(string Name, string Abbreviation, string Title, string TitleEn, string Description, string? Parent);
