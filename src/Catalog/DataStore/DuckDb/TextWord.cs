namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>A word of an expression: lower-case, a stem where stems are compared.</summary>
internal readonly record struct TextWord(string Word, bool IsPrefix);
