namespace Purbalingga.Catalog.DataStore;

/// <summary>Which part of an answer, and how.</summary>
internal sealed record SearchPage(int Limit, long Offset, bool IncludeTotal, bool IncludeNext, string Format);
