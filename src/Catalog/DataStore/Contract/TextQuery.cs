namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>Words to find.</summary>
/// <param name="Column">Looks into one column; null: into the whole row.</param>
/// <param name="Text">
/// With <paramref name="Plain"/> words that must all occur (PostgreSQL's <c>plainto_tsquery</c>), else an expression of words with <c>&amp; | ! :*</c> and
/// brackets (<c>to_tsquery</c>).
/// </param>
/// <param name="Language">Name of PostgreSQL's text search configuration, such as <c>english</c>, <c>indonesian</c>, <c>simple</c>.</param>
/// <remarks>An expression that is none, or an unknown language: <see cref="DataStoreError.Query"/>.</remarks>
public sealed record TextQuery(string? Column, string Text, bool Plain, string Language);
