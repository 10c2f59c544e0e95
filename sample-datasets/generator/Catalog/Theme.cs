namespace Purbalingga.Samples.Catalog;

/// <summary>One of the ten data themes of the SPBE reference architecture, a CKAN group.</summary>
internal sealed record Theme(string Name, string Title, string TitleEn, string Description, string DescriptionEn);
