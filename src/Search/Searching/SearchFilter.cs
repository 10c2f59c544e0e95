using Purbalingga.Search.Queries;

namespace Purbalingga.Search.Searching;

/// <summary>A filter of one search.</summary>
/// <param name="Query">What it lets through.</param>
/// <param name="CacheKey">Text that means the same in every search; null when the meaning changes (NOW, fuzzy).</param>
internal sealed record SearchFilter(QueryNode Query, string? CacheKey);
