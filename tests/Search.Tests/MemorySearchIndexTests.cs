namespace Purbalingga.Search.Tests;

/// <summary>The contract over the index in memory.</summary>
public sealed class MemorySearchIndexTests : SearchIndexContract
{
    protected override ISearchIndex Open() => SearchIndex.Open(new SearchIndexOptions { Schema = Schema });
}
