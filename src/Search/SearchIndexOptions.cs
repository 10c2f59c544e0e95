namespace Purbalingga.Search;

/// <summary>Settings of a <see cref="SearchIndex"/>.</summary>
public sealed record SearchIndexOptions
{
    /// <summary>Fields.</summary>
    public required IndexSchema Schema { get; init; }

    /// <summary>Folder of the snapshot, made when missing; null keeps the index in memory only.</summary>
    public string? Folder { get; init; }

    /// <summary>Limits of one search.</summary>
    public SearchLimits Limits { get; init; } = new();

    /// <summary>Documents in memory after which they are written to a file in the background.</summary>
    public int FlushAfterDocuments { get; init; } = 16_384;

    /// <summary>Bytes that cached filters may take.</summary>
    public long FilterCacheBytes { get; init; } = 64L << 20;

    /// <summary>Told when a background merge could not write its file; it is tried again later.</summary>
    public Action<Exception>? OnBackgroundError { get; init; }

    /// <summary>Clock for <c>NOW</c> in date arithmetic and for time limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
